import { defineErrors } from "../kernel/index.ts";

export const draftErrors = defineErrors("drafts", {
  file_differs: 422,
  recorded_otherwise: 409,
  organisation_unmatched: 422,
  person_unmatched: 422,
  place_unknown: 422,
  object_unknown: 422,
  reference_differs: 409,
  unreviewed: 422,
  intake_unknown: 404,
  changed_meanwhile: 409,
  decision_invalid: 422,
  undecided: 422,
  intake_recorded: 409,
  intake_closed: 409,
  intake_unread: 409,
  reader_missing: 503,
  draft_unreadable: 500,
  file_needed: 400,
});
