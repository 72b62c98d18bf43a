// Approves a verified text, once the bodies that must approve it have done so.
import { defineAct } from "../kernel/index.ts";
import { advance, stepInput, stepOutput } from "./advance.ts";

export const approve = defineAct({
  name: "agreements.approve",
  permission: "agreements.review",
  input: stepInput,
  output: stepOutput,
  scope: "object",
  judges: true,
  run: (ctx, step) => advance(ctx, "approve", step),
});
