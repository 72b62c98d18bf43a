// Closing is the director's or head office's; the partnership officer prepares the next agreement (domain.md §2.1, 12).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "closure.read": ["R1", "R4", "R5", "R6", "R7", "R8", "R9", "R10"],
  "closure.conclude": ["R4", "R9"],
  "closure.renew": ["R1", "R4"],
} as const satisfies PermissionTable;
