// Who may send a sheet: those who hold the right to one kind of import at least. The import itself asks for its own.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "uploads.send": ["R1", "R4", "R5", "R6", "R7", "R9", "R13"],
  // the server's own job, and whoever runs the installation by hand
  "uploads.run": ["R13"],
} as const satisfies PermissionTable;
