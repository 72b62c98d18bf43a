// Who enters, and who decides who may. The administrator gives roles and holds none of the field's rights by it. Three
// areas, because the database shows by area: `door` (what everybody may, which shows nothing of others), `accounts` (who
// there is, with which roles) and `identity` (what they come in with).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "door.enter": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13"],
  "door.own_account": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13"],
  "accounts.read_users": ["R10", "R11", "R13"],
  "identity.manage_users": ["R13"],
  "identity.manage_keys": ["R13"],
} as const satisfies PermissionTable;

/** What anybody may, without having signed in; the server gathers them. */
export const publicPermissions: readonly string[] = ["door.enter"];

/** What everybody who has signed in may with the own account, wherever her roles hold. */
export const ownPermissions: readonly string[] = ["door.own_account"];
