// Who enters, and who decides who may. The administrator gives roles and holds none of the field's rights by it.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "identity.read_users": ["R10", "R11", "R13"],
  "identity.manage_users": ["R13"],
  "identity.manage_keys": ["R13"],
} as const satisfies PermissionTable;

/** What anybody may, without having signed in. */
export const publicPermissions = ["identity.enter"] as const;

/** What everybody who has signed in may do with the own account, whatever her roles. */
export const ownPermissions = ["identity.own_account"] as const;
