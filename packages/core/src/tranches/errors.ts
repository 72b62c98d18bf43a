import { defineErrors } from "../kernel/index.ts";

export const trancheErrors = defineErrors("tranches", {
  unknown: 404,
  condition_unknown: 422,
  report_elsewhere: 422,
  commitment_elsewhere: 422,
  no_tranche_before: 422,
  not_whole: 422,
  called_already: 409,
  dropped: 409,
  conditions_unmet: 409,
  not_a_document: 409,
  given_already: 409,
  met_already: 409,
  waived_already: 409,
  agreement_ended: 409,
  agreement_expired: 409,
});
