// Takes a suspended agreement up again.
import { defineAct } from "../kernel/index.ts";
import { advance, reasonedStep, stepOutput } from "./advance.ts";

export const resume = defineAct({
  name: "agreements.resume",
  permission: "agreements.execute",
  input: reasonedStep,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) => advance(ctx, "resume", step),
});
