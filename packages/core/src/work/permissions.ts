// Everybody who has a role in the office or for a partner has work; a beneficiary has no account there.
import { type PermissionTable, roles } from "../kernel/index.ts";

export const permissions = {
  "work.read": roles.filter((role) => role !== "R12"),
} as const satisfies PermissionTable;
