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
});
