import { defineErrors } from "../kernel/index.ts";

export const vocabularyErrors = defineErrors("vocabulary", {
  indicator_unknown: 404,
  indicator_taken: 409,
  alias_not_defined: 409,
  catch_all_not_defined: 409,
  effective_too_early: 409,
  ratio_parts_wrong: 400,
  unit_unknown: 400,
  scheme_unknown: 404,
  measure_unknown: 404,
  setting_too_early: 409,
  setting_unreadable: 400,
});
