import { defineErrors } from "../kernel/index.ts";

export const meetingErrors = defineErrors("meetings", {
  unknown: 404,
  reference_taken: 409,
  territory_unknown: 422,
  part_unknown: 422,
  nobody_named: 422,
  office_holder_unknown: 422,
  other_space: 409,
  assertion_unknown: 422,
  decision_unknown: 404,
  already_done: 409,
});
