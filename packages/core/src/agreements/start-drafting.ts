// A lead becomes a draft.
import { defineAct } from "../kernel/index.ts";
import { advance, stepInput, stepOutput } from "./advance.ts";

export const startDrafting = defineAct({
  name: "agreements.start_drafting",
  permission: "agreements.draft",
  input: stepInput,
  output: stepOutput,
  scope: "object",
  run: (ctx, step) => advance(ctx, "start_drafting", step),
});
