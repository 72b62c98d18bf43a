import { defineErrors } from "../kernel/index.ts";

export const organisationErrors = defineErrors("organisations", {
  unknown: 404,
  ambiguous: 409,
  reference_taken: 409,
  ice_taken: 409,
  other_space: 409,
  territory_unknown: 404,
  relation_to_itself: 409,
  renamed_later: 409,
  same_name: 409,
  period_reversed: 400,
  office_holder_unknown: 404,
  verification_incomplete: 409,
  reference_unreadable: 422,
  ice_unreadable: 422,
  country_unreadable: 422,
});
