import { defineErrors } from "../kernel/index.ts";

export const needErrors = defineErrors("needs", {
  unknown: 404,
  share_of_what: 422,
  nothing_stated: 422,
  territory_unknown: 422,
  population_unknown: 422,
  office_holder_unknown: 422,
  assertion_unknown: 422,
  other_space: 409,
});
