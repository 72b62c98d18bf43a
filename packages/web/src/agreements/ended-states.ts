import type { Agreement } from "../api/read.ts";

/** The states in which nothing more is done but to renew what is closed. */
export const endedStates: ReadonlySet<Agreement["state"]> = new Set([
  "closed",
  "given_up",
  "terminated",
  "renewed",
]);
