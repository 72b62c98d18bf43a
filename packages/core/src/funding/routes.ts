import { defineRoutes } from "../kernel/index.ts";
import { amendContribution } from "./amend-contribution.ts";
import { callFunds } from "./call-funds.ts";
import { citeContribution } from "./cite.ts";
import { convertedMoney } from "./converted-money.ts";
import { justify } from "./justify.ts";
import { keepPaper, openPaper } from "./papers.ts";
import { pay } from "./pay.ts";
import { pledge } from "./pledge.ts";
import { correctMovement, withdrawMovement } from "./put-right.ts";
import { moneyOfAgreement } from "./queries.ts";
import { oneContribution } from "./read-contribution.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/agreements/:agreement/money",
    query: moneyOfAgreement,
    summary: "Money of an agreement by party, with its control sums",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/money/:number",
    query: oneContribution,
    summary: "One contribution: its versions, and every amount called, paid and justified with its papers",
  },
  {
    method: "GET",
    path: "/agreements/:agreement/money-in-one-currency",
    query: convertedMoney,
    summary: "Money of an agreement read in one currency, amount by amount with its rate",
  },
  { method: "POST", path: "/funding/pledge", act: pledge, summary: "Record promised money" },
  { method: "POST", path: "/funding/amend", act: amendContribution, summary: "Amend a signed amount" },
  { method: "POST", path: "/funding/call", act: callFunds, summary: "Call funds" },
  { method: "POST", path: "/funding/pay", act: pay, summary: "Record a payment" },
  { method: "POST", path: "/funding/justify", act: justify, summary: "Record an accepted expense" },
  {
    method: "POST",
    path: "/funding/withdraw",
    act: withdrawMovement,
    summary: "Withdraw an amount that was recorded by mistake",
  },
  {
    method: "POST",
    path: "/funding/correct",
    act: correctMovement,
    summary: "Put right an amount that was recorded wrongly",
  },
  {
    method: "POST",
    path: "/funding/papers",
    act: keepPaper,
    summary: "Keep a paper of money that moves",
    largestBody: 15_000_000,
  },
  {
    method: "POST",
    path: "/funding/papers/open",
    act: openPaper,
    summary: "Open a paper of money that moves",
  },
  {
    method: "POST",
    path: "/funding/cite",
    act: citeContribution,
    summary: "Link what a source says of an amount",
  },
]);
