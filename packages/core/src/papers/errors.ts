import { addMessages, defineErrors } from "../kernel/index.ts";

addMessages("papers", new URL("./", import.meta.url));

export const paperErrors = defineErrors("papers", {
  unknown: 404,
  one_subject: 422,
  region_unknown: 404,
  no_agreement: 422,
  too_many_agreements: 422,
  day_to_come: 422,
});
