// Suspends an agreement in force; the decision is recorded before, as an amendment.
import { defineAct } from "../kernel/index.ts";
import { advance, reasonedStep, stepOutput } from "./advance.ts";

export const suspend = defineAct({
  name: "agreements.suspend",
  permission: "agreements.execute",
  input: reasonedStep,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) => advance(ctx, "suspend", step),
});
