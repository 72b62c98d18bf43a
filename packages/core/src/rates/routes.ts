import { defineRoutes } from "../kernel/index.ts";
import { listRates } from "./list-rates.ts";
import { correctRate, withdrawRate } from "./put-right.ts";
import { recordRate } from "./record-rate.ts";

export const routes = defineRoutes([
  { method: "GET", path: "/rates", query: listRates, summary: "Exchange rates by day, with their sources" },
  { method: "POST", path: "/rates", act: recordRate, summary: "Record the exchange rate of a day" },
  { method: "POST", path: "/rates/withdraw", act: withdrawRate, summary: "Withdraw an exchange rate" },
  { method: "POST", path: "/rates/correct", act: correctRate, summary: "Put an exchange rate right" },
]);
