// Whoever answers for an agreement, or watches over it, is told what waits.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "alarms.read": ["R1", "R4", "R7", "R8", "R9", "R10"],
  "alarms.set_term": ["R9", "R13"],
} as const satisfies PermissionTable;
