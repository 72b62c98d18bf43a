import { defineErrors } from "../kernel/index.ts";

export const rateErrors = defineErrors("rates", {
  unknown: 404,
  withdrawn: 409,
  known_already: 409,
  same_currency: 422,
  day_to_come: 422,
});
