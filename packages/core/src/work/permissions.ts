// Everybody who has a role has work.
import { type PermissionTable, roles } from "../kernel/index.ts";

export const permissions = {
  "work.read": [...roles],
} as const satisfies PermissionTable;
