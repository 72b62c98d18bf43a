import { defineErrors } from "../kernel/index.ts";

export const fundingErrors = defineErrors("funding", {
  unknown: 404,
  text_not_recorded: 409,
  amount_missing: 422,
  assertion_unknown: 422,
  not_signed: 409,
  amendment_unknown: 422,
  amendment_of_other_type: 409,
  effective_too_early: 409,
  in_kind_not_moved: 409,
  paper_unknown: 422,
  day_to_come: 422,
  payee_of_payment: 422,
  movement_unknown: 422,
  movement_withdrawn: 409,
  moved_already: 409,
  agreement_ended: 409,
  currency_unreadable: 422,
});
