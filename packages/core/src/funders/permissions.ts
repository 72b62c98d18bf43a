// Who answers for money or watches it sees what it produced beside the others' (US-25).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "funders.read": ["R4", "R7", "R9", "R10"],
} as const satisfies PermissionTable;
