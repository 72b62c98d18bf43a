import { addMessages, defineErrors } from "@iltizam/core/kernel";

addMessages("start", new URL("./", import.meta.url));

export const startErrors = defineErrors("start", {
  host_refused: 400,
  origin_unreadable: 400,
  proxy_unreadable: 400,
  port_taken: 409,
  port_forbidden: 403,
  port_unreadable: 400,
  already_starting: 409,
  demo_interrupted: 409,
});
