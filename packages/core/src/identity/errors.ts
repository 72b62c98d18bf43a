import { defineErrors } from "../kernel/index.ts";

export const identityErrors = defineErrors("identity", {
  // entering
  not_recognised: 401,
  code_not_recognised: 401,
  too_many_attempts: 429,
  step_over: 410,
  provider_refused: 401,
  provider_unknown_person: 403,
  demo_only: 403,
  link_over: 410,
  link_elsewhere: 403,
  // passwords
  password_short: 400,
  password_long: 400,
  password_breached: 400,
  password_personal: 400,
  password_wrong: 403,
  no_password: 409,
  // the second factor
  factor_missing: 409,
  factor_present: 409,
  // accounts
  user_unknown: 404,
  mail_taken: 409,
  not_invited: 409,
  last_administrator: 409,
  own_account: 409,
  administrator_exists: 409,
  // roles, keys, sessions
  grant_unknown: 404,
  grant_exists: 409,
  grant_over: 400,
  key_unknown: 404,
  key_lasts_too_long: 400,
  session_unknown: 404,
  keys_missing: 503,
});
