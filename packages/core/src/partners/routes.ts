import { defineRoutes } from "../kernel/index.ts";
import { clientFile } from "./client-file.ts";
import { listPartners } from "./list-partners.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/partners",
    query: listPartners,
    summary: "Organisations with what there is between them and the agency",
  },
  {
    method: "GET",
    path: "/partners/:organisation",
    query: clientFile,
    summary: "The client file: agreements, what is owed both ways, money, meetings",
  },
]);
