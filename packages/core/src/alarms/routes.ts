import { defineRoutes } from "../kernel/index.ts";
import { alarms } from "./alarms.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/alarms",
    query: alarms,
    summary:
      "What waits: committees, reports, decisions, letters, next actions that are late; dormant agreements",
  },
]);
