// Money is read by those who give, spend, watch or audit it; a council records its own (US-26).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "funding.read": ["R1", "R4", "R5", "R6", "R7", "R8", "R9", "R10"],
  "funding.edit": ["R1", "R4", "R7"],
  "funding.move": ["R4", "R7"],
  "funding.open_paper": ["R4", "R7"],
} as const satisfies PermissionTable;
