import { defineRoutes } from "../kernel/index.ts";
import { recordDraft } from "./record-draft.ts";

export const routes = defineRoutes([
  { method: "POST", path: "/drafts/record", act: recordDraft, summary: "Record a reviewed draft" },
]);
