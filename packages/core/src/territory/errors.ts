import { defineErrors } from "../kernel/index.ts";

export const territoryErrors = defineErrors("territory", {
  unknown: 404,
  ambiguous: 409,
  code_taken: 409,
  nation_exists: 409,
  parent_kind_wrong: 400,
  type_wrong: 400,
  loaded_later: 409,
});
