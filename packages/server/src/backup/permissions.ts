// Backups are made and read back at the machine, by the administrator.
import type { PermissionTable } from "@iltizam/core/kernel";

export const permissions = {
  "backup.make": ["R13"],
  "backup.restore": ["R13"],
} as const satisfies PermissionTable;
