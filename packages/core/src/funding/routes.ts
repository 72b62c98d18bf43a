import { defineRoutes } from "../kernel/index.ts";
import { amendContribution } from "./amend-contribution.ts";
import { callFunds } from "./call-funds.ts";
import { citeContribution } from "./cite.ts";
import { justify } from "./justify.ts";
import { pay } from "./pay.ts";
import { pledge } from "./pledge.ts";
import { moneyOfAgreement } from "./queries.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/agreements/:agreement/money",
    query: moneyOfAgreement,
    summary: "Money of an agreement by party, with its control sums",
  },
  { method: "POST", path: "/funding/pledge", act: pledge, summary: "Record promised money" },
  { method: "POST", path: "/funding/amend", act: amendContribution, summary: "Amend a signed amount" },
  { method: "POST", path: "/funding/call", act: callFunds, summary: "Call funds" },
  { method: "POST", path: "/funding/pay", act: pay, summary: "Record a payment" },
  { method: "POST", path: "/funding/justify", act: justify, summary: "Record an accepted expense" },
  {
    method: "POST",
    path: "/funding/cite",
    act: citeContribution,
    summary: "Link what a source says of an amount",
  },
]);
