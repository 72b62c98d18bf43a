// Who enters does not verify (and the act refuses one's own record); a controller reads and changes nothing;
// partners read counts and their own declarations, not the rows.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "results.read": ["R1", "R2", "R3", "R4", "R6", "R7", "R9", "R10"],
  "declarations.read": ["R1", "R4", "R5", "R6", "R7", "R8", "R9", "R10"],
  "results.read_sensitive": ["R2", "R3"],
  "results.record": ["R2", "R3"],
  "results.correct": ["R2", "R3"],
  "results.withdraw": ["R2", "R3", "R4"],
  // evidence names persons: the controller follows a number to its journal, not to a face
  "results.open_evidence": ["R2", "R3", "R4"],
  "results.verify": ["R4"],
  "declarations.make": ["R1", "R5", "R6"],
  "results.import": ["R4"],
  "subjects.merge": ["R11"],
  "ledger.verify": ["R9", "R10", "R13"],
} as const satisfies PermissionTable;
