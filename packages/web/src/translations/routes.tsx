import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root } from "../app/root.tsx";
import { readTranslationsSearch } from "./address.ts";

const translations = createRoute({
  getParentRoute: () => root,
  path: "/translations",
  validateSearch: readTranslationsSearch,
  component: lazyRouteComponent(() => import("./translations-page.tsx"), "TranslationsPage"),
});

export const translationsRoutes = [translations] as const;
