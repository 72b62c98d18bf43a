// Hands a draft in: partners are verified, figures and clauses read.
import { defineAct } from "../kernel/index.ts";
import { advance, stepInput, stepOutput } from "./advance.ts";

export const submitForVerification = defineAct({
  name: "agreements.submit_for_verification",
  permission: "agreements.draft",
  input: stepInput,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) => advance(ctx, "submit_for_verification", step),
});
