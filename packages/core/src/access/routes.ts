import { defineRoutes } from "../kernel/index.ts";
import { listRoles } from "./list-roles.ts";
import { whatIsSeen } from "./what-is-seen.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/access/of",
    query: whatIsSeen,
    summary: "What an account, or somebody with these roles and places, can see, in words",
  },
  { method: "GET", path: "/access/roles", query: listRoles, summary: "Every role with its rights, by area" },
]);
