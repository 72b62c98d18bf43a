import { defineRoutes } from "../kernel/index.ts";
import { getIntake, listIntakes } from "./get-intake.ts";
import { openIntake } from "./open-intake.ts";
import { recordDraft } from "./record-draft.ts";
import { recordIntake, reopen, setAside } from "./record-intake.ts";
import { saveReview } from "./save-review.ts";

/** A file of 20 MB in base64, with what stands around it. */
const fileInJson = 28 * 1024 * 1024;

export const routes = defineRoutes([
  { method: "GET", path: "/intakes", query: listIntakes, summary: "The texts that wait for review" },
  { method: "GET", path: "/intakes/:intake", query: getIntake, summary: "A text with everything to decide" },
  {
    method: "POST",
    path: "/intakes",
    act: openIntake,
    largestBody: fileInJson,
    summary: "Open a text for review",
  },
  { method: "PUT", path: "/intakes/:intake/review", act: saveReview, summary: "Save the decisions so far" },
  { method: "POST", path: "/intakes/:intake/record", act: recordIntake, summary: "Record what was reviewed" },
  { method: "POST", path: "/intakes/:intake/nothing", act: setAside, summary: "There is nothing to record" },
  {
    method: "POST",
    path: "/intakes/:intake/reopen",
    act: reopen,
    summary: "Review a text that was set aside",
  },
  { method: "POST", path: "/drafts/record", act: recordDraft, summary: "Record a reviewed draft" },
]);
