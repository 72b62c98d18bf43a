// The committee and its secretary record what was decided (US-27).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "meetings.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11"],
  "meetings.edit": ["R1", "R4", "R8"],
} as const satisfies PermissionTable;
