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
  committee_unknown: 404,
  committee_dissolved: 409,
  member_unknown: 422,
  focal_point_unknown: 422,
  meeting_unknown: 404,
  meeting_not_open: 409,
  meeting_in_past: 422,
  held_in_future: 422,
  minutes_missing: 409,
  postponed_backwards: 422,
});
