import { defineErrors } from "../kernel/index.ts";

export const standingsErrors = defineErrors("standings", {
  agreement_unknown: 404,
  region_unknown: 404,
  one_node_only: 400,
  node_unknown: 404,
});
