import { defineErrors } from "../kernel/index.ts";

export const resultErrors = defineErrors("results", {
  // what a told result names is not there, or cannot be counted
  commitment_unknown: 404,
  commitment_withdrawn: 409,
  other_space: 400,
  indicator_missing: 400,
  indicator_unknown: 400,
  indicator_undefined: 409,
  indicator_not_counted: 400,
  place_unknown: 400,
  place_ambiguous: 400,
  population_unknown: 400,
  subject_unknown: 404,
  subject_is_thing: 400,
  subject_is_person: 400,
  person_counts_one: 400,
  looks_like_cin: 400,
  real_refused: 403,
  not_seen: 403,
  one_node_only: 400,
  // facts
  fact_unknown: 404,
  withdrawn_already: 409,
  corrected_already: 409,
  own_record: 403,
  not_raised: 409,
  match_needed: 400,
  person_erased: 410,
  returned_already: 409,
  evidence_missing: 409,
  file_too_large: 413,
  file_type_refused: 415,
  // subjects
  same_subject: 409,
  not_merged: 409,
  // declarations
  declarant_unknown: 404,
  document_unknown: 404,
  period_backwards: 400,
  periods_overlap: 409,
  // rows of a file
  reference_unreadable: 422,
  country_unreadable: 422,
  document_unreadable: 422,
  born_later: 422,
  age_impossible: 422,
  subject_unclear: 422,
  quantity_out_of_range: 422,
  source_unreadable: 422,
  source_mixed: 422,
  // files and erasure
  id_twice: 409,
  erased_already: 409,
});

export type ResultError = keyof typeof resultErrors;

/** The error that the database's answer names. */
export function errorNamed(problem: string, detail: string | null) {
  if (!(problem in resultErrors))
    throw new Error(`the ledger answered “${problem}”, which is no declared error`);
  return resultErrors[problem as ResultError]({ value: detail });
}
