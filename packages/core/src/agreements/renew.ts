// Ends an agreement by the one that renews it, which is linked to it before.
import { defineAct } from "../kernel/index.ts";
import { advance, stepInput, stepOutput } from "./advance.ts";

export const renew = defineAct({
  name: "agreements.renew",
  permission: "agreements.close",
  input: stepInput,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) => advance(ctx, "renew", step),
});
