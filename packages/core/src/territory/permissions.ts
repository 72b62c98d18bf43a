// Places are open to everybody; the administrator loads them (US-37).
import { type PermissionTable, roles } from "../kernel/index.ts";

export const permissions = {
  "territory.read": [...roles],
  "territory.load": ["R13"],
} as const satisfies PermissionTable;
