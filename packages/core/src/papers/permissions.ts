// Whoever prepares a committee, and those who sit on it or control it.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "papers.prepare": ["R1", "R4", "R8", "R9"],
  "papers.read": ["R1", "R4", "R7", "R8", "R9", "R10"],
} as const satisfies PermissionTable;
