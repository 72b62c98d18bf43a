// Reading what was said is for all who read agreements; which of two readings holds is decided higher up.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "sources.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R13"],
  "sources.record": ["R1", "R4"],
  "sources.decide": ["R4", "R9"],
} as const satisfies PermissionTable;
