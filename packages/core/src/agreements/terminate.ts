// Ends an agreement before its time; before the signature: gives the project up.
import { defineAct } from "../kernel/index.ts";
import { advance, reasonedStep, stepOutput } from "./advance.ts";

export const terminate = defineAct({
  name: "agreements.terminate",
  permission: "agreements.terminate",
  input: reasonedStep,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) => advance(ctx, "terminate", step),
});
