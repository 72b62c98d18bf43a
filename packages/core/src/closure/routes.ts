import { defineRoutes } from "../kernel/index.ts";
import { readClosingFile } from "./closing-file.ts";
import { concludeAgreement } from "./conclude-agreement.ts";
import { renewAgreement } from "./renew-agreement.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/agreements/:agreement/closing-file",
    query: readClosingFile,
    summary: "Settlement, results and what is still open: as it stands, or as it was frozen",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/closing-file",
    act: concludeAgreement,
    summary: "Close an agreement with its closing file",
  },
  {
    method: "POST",
    path: "/agreements/:agreement/renewal",
    act: renewAgreement,
    summary: "Draft the agreement that renews this one, with what is taken over",
  },
]);
