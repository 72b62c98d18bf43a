// Sends a text back to drafting, with the reason; its approvals count no longer.
import { defineAct } from "../kernel/index.ts";
import { advance, reasonedStep, stepOutput } from "./advance.ts";

export const sendBack = defineAct({
  name: "agreements.send_back",
  permission: "agreements.review",
  input: reasonedStep,
  output: stepOutput,
  scope: "object",
  judges: true,
  run: (ctx, step) => advance(ctx, "send_back", step),
});
