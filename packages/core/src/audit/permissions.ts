// The controller reads everything except who people are; the data officer reads who looked at whom (US-32, US-34).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "journal.read": ["R10", "R11"],
} as const satisfies PermissionTable;
