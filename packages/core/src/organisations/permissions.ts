// Who stands in the register is no secret; how its people are reached is for those who write to them.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "organisations.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R13"],
  "organisations.register": ["R1", "R4", "R13"],
  "organisations.edit": ["R1", "R4", "R13"],
  "organisations.verify": ["R1", "R4"],
  "organisations.read_checks": ["R1", "R4", "R7", "R9", "R10"],
  "organisations.open_papers": ["R1", "R4", "R9"],
  "contacts.read": ["R1", "R4", "R13"],
  "contacts.edit": ["R1", "R4", "R13"],
} as const satisfies PermissionTable;
