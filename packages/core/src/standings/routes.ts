import { defineRoutes } from "../kernel/index.ts";
import { agreementLines } from "./agreement-lines.ts";
import { byLateness } from "./lateness.ts";
import { memberStandings } from "./member-standings.ts";
import { monthStandings } from "./month-standings.ts";
import { standings } from "./standings.ts";
import { territoryStandings } from "./territory-standings.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/standings",
    query: standings,
    summary: "Promises against results, now or on a past day",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/standings",
    query: standings,
    summary: "One agreement's standings",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/result-months",
    query: monthStandings,
    summary: "Results of an agreement's commitments by month, the last twelve",
  },
  {
    method: "GET",
    path: "/territory-standings",
    query: territoryStandings,
    summary: "One indicator over the nation, its regions and provinces",
  },
  { method: "GET", path: "/standings/late", query: byLateness, summary: "Promises furthest behind first" },
  {
    method: "GET",
    path: "/agreement-lines",
    query: agreementLines,
    summary: "Money and commitments of the agreements of a page",
  },
  {
    method: "GET",
    path: "/organisations/:organisation/member-standings",
    query: memberStandings,
    summary: "What a federation's members did, as counts with a smallest cell",
  },
]);
