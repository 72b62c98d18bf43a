// Who may write money may plan its tranches; the director alone goes past a condition, with a reason.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "tranches.read": ["R1", "R4", "R7", "R9", "R10"],
  "tranches.plan": ["R1", "R4", "R7"],
  "tranches.call": ["R4", "R7"],
  "tranches.waive": ["R4"],
} as const satisfies PermissionTable;
