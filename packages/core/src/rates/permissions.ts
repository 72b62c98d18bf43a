// Who reads money reads the rates by which it is read; head office and the administrator write them down.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "rates.read": ["R1", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R13"],
  "rates.record": ["R9", "R13"],
} as const satisfies PermissionTable;
