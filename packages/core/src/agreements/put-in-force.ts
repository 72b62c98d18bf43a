// Puts a signed agreement, or an adopted programme, in force.
import { defineAct } from "../kernel/index.ts";
import { advance, stepInput, stepOutput } from "./advance.ts";

export const putInForce = defineAct({
  name: "agreements.put_in_force",
  permission: "agreements.execute",
  input: stepInput,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) => advance(ctx, "put_in_force", step),
});
