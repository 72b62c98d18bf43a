// Who enters, and who decides who may. The administrator gives roles and holds none of the field's rights by it.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "identity.enter": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13"],
  "identity.own_account": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13"],
  "identity.read_users": ["R10", "R11", "R13"],
  "identity.manage_users": ["R13"],
  "identity.manage_keys": ["R13"],
} as const satisfies PermissionTable;

/** What anybody may, without having signed in; the server gathers them. */
export const publicPermissions: readonly string[] = ["identity.enter"];

/** What everybody who has signed in may with the own account, wherever her roles hold. */
export const ownPermissions: readonly string[] = ["identity.own_account"];
