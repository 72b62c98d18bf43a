import { defineErrors } from "../kernel/index.ts";

export const complaintErrors = defineErrors("complaints", {
  unknown: 404,
  receipt_unknown: 404,
  too_many: 429,
  too_many_additions: 429,
  decided_already: 409,
  forgotten: 410,
});
