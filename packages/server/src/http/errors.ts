import { addMessages, defineErrors } from "@iltizam/core/kernel";

addMessages("http", new URL("./", import.meta.url));

/** What the door itself refuses, before or beside any act. */
export const httpErrors = defineErrors("http", {
  address_unknown: 404,
  method_not_allowed: 405,
  json_unreadable: 400,
  nested_too_deeply: 400,
  body_too_large: 413,
  media_type_not_accepted: 415,
  host_not_ours: 421,
  origin_not_ours: 403,
  parameter_unknown: 400,
  too_often: 429,
  origin_missing: 403,
  https_needed: 403,
  sign_in_needed: 401,
  no_administrator: 401,
  no_administrator_yet: 409,
  key_not_recognised: 401,
  too_many_requests: 429,
  request_refused: 400,
  address_unreadable: 400,
  header_too_large: 431,
  request_too_slow: 408,
  database_unreachable: 503,
  unexpected: 500,
  web_not_built: 503,
  not_loopback: 400,
  route_twice: 500,
});
