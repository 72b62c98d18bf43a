// Promise against result is read by all who take part in an agreement or answer for it.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "standings.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10"],
} as const satisfies PermissionTable;
