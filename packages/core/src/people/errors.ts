import { defineErrors } from "../kernel/index.ts";

export const peopleErrors = defineErrors("people", {
  keys_missing: 503,
  keys_unreadable: 500,
  keys_exist: 409,
  keys_differ: 409,
  keys_lost: 503,
  keys_outdated: 503,
  generation_missing: 503,
  key_unknown: 500,
  generation_in_use: 409,
  rotation_running: 409,
  rotation_waits: 503,
  document_taken: 409,
  person_unknown: 404,
  sealed_unreadable: 500,
  processing_unknown: 404,
  wording_missing: 400,
  consent_not_asked: 409,
  consent_not_given: 409,
});
