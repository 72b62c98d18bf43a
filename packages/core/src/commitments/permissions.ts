// A promise is drafted with its agreement; figures that bind are recorded by who may sign.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "commitments.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R13"],
  "commitments.draft": ["R1", "R4"],
  "commitments.sign": ["R4", "R9"],
} as const satisfies PermissionTable;
