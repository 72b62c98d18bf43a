// Anybody may complain, signed in or not; only control reads it, and nobody on the side of a partner.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "complaints.lodge": ["R12"],
  "complaints.read": ["R10"],
  "complaints.handle": ["R10"],
} as const satisfies PermissionTable;

/** What anybody may, without having signed in. */
export const publicPermissions: readonly string[] = ["complaints.lodge"];
