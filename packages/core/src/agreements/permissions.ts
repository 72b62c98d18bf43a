// An agreement is prepared by the partnership officer, decided by the director or head office (domain.md §2.1, §3).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "agreements.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R13"],
  "agreements.open": ["R1", "R4", "R9"],
  "agreements.draft": ["R1", "R4"],
  "agreements.edit": ["R1", "R4"],
  "agreements.correct": ["R4", "R13"],
  "agreements.register_legacy": ["R1", "R4", "R13"],
  "agreements.record_approval": ["R1", "R4", "R7"],
  "agreements.review": ["R4", "R9"],
  "agreements.waive_verification": ["R4", "R9"],
  "agreements.report": ["R1", "R4", "R9"],
  "agreements.sign": ["R4", "R9"],
  "agreements.open_scan": ["R1", "R4", "R9"],
  "agreements.execute": ["R4", "R9"],
  "agreements.amend": ["R1", "R4"],
  "agreements.close": ["R4", "R9"],
  "agreements.terminate": ["R4", "R9"],
  "agreements.move": ["R9", "R13"],
} as const satisfies PermissionTable;
export type AgreementPermission = keyof typeof permissions;
