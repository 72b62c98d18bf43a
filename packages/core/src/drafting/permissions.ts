// A text is written by who prepares agreements, read and commented by those who decide, pay, control and guard data. A
// partner reads it once it is sent, outside the register.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "drafting.read": ["R1", "R4", "R7", "R9", "R10", "R11"],
  "drafting.write": ["R1", "R4"],
  "drafting.comment": ["R1", "R4", "R7", "R9", "R11"],
  // the wording of every agreement to come
  "drafting.template": ["R13"],
  "drafting.send": ["R1", "R4"],
} as const satisfies PermissionTable;
