// Who gives roles, watches over them or answers for data may ask what a role shows.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "access.read": ["R10", "R11", "R13"],
} as const satisfies PermissionTable;
