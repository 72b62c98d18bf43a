import { defineErrors } from "../kernel/index.ts";

export const dossierErrors = defineErrors("dossiers", {
  request_unknown: 404,
  step_not_possible: 409,
  person_not_found: 404,
  not_identified: 409,
  not_due: 409,
  keep_until_missing: 400,
});
