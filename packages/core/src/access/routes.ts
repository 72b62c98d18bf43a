import { defineRoutes } from "../kernel/index.ts";
import { whatIsSeen } from "./what-is-seen.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/access/of",
    query: whatIsSeen,
    summary: "What somebody with these roles and places can see, in words",
  },
]);
