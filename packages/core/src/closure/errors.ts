import { defineErrors } from "../kernel/index.ts";

export const closureErrors = defineErrors("closure", {
  not_closing: 409,
  still_open: 409,
  not_renewable: 409,
  not_of_agreement: 404,
});
