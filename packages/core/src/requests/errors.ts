import { defineErrors } from "../kernel/index.ts";

export const requestErrors = defineErrors("requests", {
  unknown: 404,
  not_a_party: 409,
  owes_nothing: 409,
  period_backwards: 400,
  days_too_many: 400,
  no_mail: 409,
  answered_already: 409,
  not_theirs: 403,
  file_known: 409,
});
