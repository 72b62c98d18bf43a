import { defineRoutes } from "../kernel/index.ts";
import { listTranslations } from "./list-translations.ts";
import { reviewTranslation } from "./review-translation.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/translations",
    query: listTranslations,
    summary: "The Arabic texts that wait for a reader, or that were read",
  },
  {
    method: "POST",
    path: "/translations/reviewed",
    act: reviewTranslation,
    summary: "Say that an Arabic text was read and is right",
  },
]);
