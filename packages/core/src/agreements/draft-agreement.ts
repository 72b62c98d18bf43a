// Drafts any node of the tree: instrument, bundle, contract-programme, plan, programme.
import { defineAct } from "../kernel/index.ts";
import { dayOfStep } from "./advance.ts";
import { createAgreement, createdAgreement, newAgreement } from "./create-agreement.ts";

export const draftAgreement = defineAct({
  name: "agreements.draft",
  permission: "agreements.draft",
  input: newAgreement,
  output: createdAgreement,
  scope: "object",
  run: (ctx, given) =>
    createAgreement(ctx, given, { state: "drafting", effectiveOn: dayOfStep(ctx, undefined) }),
});
