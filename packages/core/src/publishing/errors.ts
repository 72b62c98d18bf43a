import { defineErrors } from "../kernel/index.ts";

export const publishingErrors = defineErrors("publishing", {
  edition_unknown: 404,
  promise_unknown: 404,
  agreement_unknown: 404,
  nothing_to_publish: 409,
  day_ahead: 400,
  as_of_after_known_on: 400,
  title_missing: 400,
  choice_of_edition: 400,
  superseded_already: 409,
  cannot_be_hidden: 409,
  comment_names_person: 400,
  commenter_not_party: 403,
});
