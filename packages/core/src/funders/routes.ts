import { defineRoutes } from "../kernel/index.ts";
import { convertedFunder } from "./converted-funder.ts";
import { oneFunder } from "./one-funder.ts";
import { rowsBehind } from "./rows-behind.ts";
import { whatMoneyProduced } from "./what-money-produced.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/funders",
    query: whatMoneyProduced,
    summary: "What each funder promised and paid, and what came of the agreements that it funds",
  },
  {
    method: "GET",
    path: "/funders/:funder",
    query: oneFunder,
    summary: "One funder's agreements, with their results by province and month",
  },
  {
    method: "GET",
    path: "/funders/:funder/in-one-currency",
    query: convertedFunder,
    summary: "A funder's money read in one currency, amount by amount with its rate",
  },
  {
    method: "GET",
    path: "/funders/:funder/rows",
    query: rowsBehind,
    summary: "The rows behind a figure of a funder",
  },
]);
