// Stated figures stand beside promises and are read with them.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "needs.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10"],
  "needs.edit": ["R1", "R4"],
} as const satisfies PermissionTable;
