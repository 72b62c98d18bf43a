// A reviewed draft is recorded by who prepares agreements (US-01).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "drafts.record": ["R1", "R4"],
} as const satisfies PermissionTable;
