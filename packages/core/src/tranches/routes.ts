import { defineRoutes } from "../kernel/index.ts";
import { callTranche } from "./call.ts";
import { giveDocument, waiveCondition } from "./meet-condition.ts";
import { planTranche } from "./plan.ts";
import { tranchesOfAgreement } from "./read-tranches.ts";
import { dropTranche, reviseTranche } from "./revise.ts";

export const routes = defineRoutes([
  {
    method: "GET",
    path: "/agreements/:agreement/tranches",
    query: tranchesOfAgreement,
    summary: "Tranches of an agreement's contributions, each condition met or not and since when",
  },
  { method: "POST", path: "/tranches", act: planTranche, summary: "Plan a tranche with its conditions" },
  {
    method: "POST",
    path: "/tranches/revise",
    act: reviseTranche,
    summary: "Change a tranche's amount or day",
  },
  { method: "POST", path: "/tranches/drop", act: dropTranche, summary: "Give a tranche up" },
  {
    method: "POST",
    path: "/tranches/document",
    act: giveDocument,
    summary: "Give the document that a condition asks for",
  },
  {
    method: "POST",
    path: "/tranches/waive",
    act: waiveCondition,
    summary: "Waive a condition with a reason",
  },
  {
    method: "POST",
    path: "/tranches/call",
    act: callTranche,
    summary: "Call a tranche whose conditions are met",
  },
]);
