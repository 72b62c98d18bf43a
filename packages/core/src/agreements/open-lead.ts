// Opens a lead: somebody may sign something. It is followed on the board with a next action and its day.
import { defineAct } from "../kernel/index.ts";
import { dayOfStep } from "./advance.ts";
import { createAgreement, createdAgreement, newAgreement } from "./create-agreement.ts";

export const openLead = defineAct({
  name: "agreements.open_lead",
  permission: "agreements.open",
  input: newAgreement,
  output: createdAgreement,
  scope: "object",
  run: (ctx, given) => createAgreement(ctx, given, { state: "lead", effectiveOn: dayOfStep(ctx, undefined) }),
});
