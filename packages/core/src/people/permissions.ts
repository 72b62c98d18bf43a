// A person is met by her counsellor or adviser; what is held about her is the data officer's (US-08, US-34). The controller
// sees that somebody was looked at, not who she is.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "people.register": ["R2", "R3"],
  // who answers a request of correction makes it
  "people.update": ["R2", "R3", "R11"],
  "people.find": ["R2", "R3", "R11"],
  "people.unmask": ["R2", "R3", "R11"],
  "unmaskings.read": ["R10", "R11"],
  "processings.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R13"],
  "processings.keep": ["R11"],
  "people.erase": ["R11"],
  "keys.rotate": ["R13"],
} as const satisfies PermissionTable;
