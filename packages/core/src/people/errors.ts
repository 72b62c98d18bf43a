import { defineErrors } from "../kernel/index.ts";

export const peopleErrors = defineErrors("people", {
  keys_missing: 503,
  keys_unreadable: 500,
  keys_exist: 409,
  keys_differ: 409,
  keys_lost: 503,
  key_unknown: 500,
  document_taken: 409,
  person_unknown: 404,
  sealed_unreadable: 500,
});
