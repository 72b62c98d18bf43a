import { defineErrors } from "../kernel/index.ts";

export const uploadErrors = defineErrors("uploads", {
  unknown: 404,
  kind_unknown: 404,
  file_too_large: 413,
  not_tried: 409,
  broken: 500,
});
