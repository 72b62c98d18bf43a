// The officer and the region's council lead a diagnosis; that it is over, with an answer to everybody, the director says.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "diagnosis.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11"],
  "diagnosis.edit": ["R1", "R4", "R7"],
  "diagnosis.end": ["R4", "R9"],
} as const satisfies PermissionTable;
export type DiagnosisPermission = keyof typeof permissions;
