import { defineErrors } from "../kernel/index.ts";

export const sourceErrors = defineErrors("sources", {
  document_unknown: 404,
  text_unreadable: 400,
  file_type_refused: 400,
  passage_differs: 400,
  passage_outside: 400,
  passage_splits_character: 400,
  passage_unknown: 404,
  speaker_unknown: 404,
  indicator_unknown: 400,
  territory_unknown: 404,
  assertion_unknown: 404,
  nothing_cited: 400,
  decision_not_by_person: 403,
  decision_older: 409,
  decision_in_future: 400,
  doubt_unknown: 404,
  doubt_reading_unknown: 400,
});
