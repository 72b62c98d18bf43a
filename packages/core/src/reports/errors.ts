import { defineErrors } from "../kernel/index.ts";

export const reportErrors = defineErrors("reports", {
  unknown: 404,
  not_a_party: 409,
  no_end: 422,
  period_backwards: 422,
  too_many: 422,
  no_mail: 409,
  focal_point_unknown: 422,
  not_open: 409,
  not_theirs: 403,
  part_missing: 422,
  not_sent_back: 422,
  currency_unknown: 422,
  item_unknown: 422,
  reason_missing: 422,
  no_file: 422,
});
