// A text is opened, reviewed and recorded by who prepares agreements (US-01); head office and auditors look on.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "drafts.read": ["R1", "R4", "R9", "R10"],
  "drafts.review": ["R1", "R4"],
  "drafts.record": ["R1", "R4"],
} as const satisfies PermissionTable;
