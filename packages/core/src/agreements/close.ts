// Closes an agreement whose accounts are settled and under which nothing is open.
import { defineAct } from "../kernel/index.ts";
import { advance, stepInput, stepOutput } from "./advance.ts";

export const close = defineAct({
  name: "agreements.close",
  permission: "agreements.close",
  input: stepInput,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) => advance(ctx, "close", step),
});
