// Begins the closing: final reports, settlement, lessons.
import { defineAct } from "../kernel/index.ts";
import { advance, stepInput, stepOutput } from "./advance.ts";

export const startClosing = defineAct({
  name: "agreements.start_closing",
  permission: "agreements.close",
  input: stepInput,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) => advance(ctx, "start_closing", step),
});
