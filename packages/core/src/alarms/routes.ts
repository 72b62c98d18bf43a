import { defineRoutes } from "../kernel/index.ts";
import { alarms } from "./alarms.ts";
import { listTerms, setTerm } from "./terms.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/alarms",
    query: alarms,
    summary:
      "What waits: committees, reports, decisions, letters, next actions that are late; dormant agreements",
  },
  {
    method: "GET",
    path: "/alarm-terms",
    query: listTerms,
    summary: "After how many months something is an alarm",
  },
  { method: "POST", path: "/alarm-terms", act: setTerm, summary: "Set a term from a day on" },
]);
