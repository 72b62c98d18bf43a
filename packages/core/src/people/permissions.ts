// A person is met by her counsellor or adviser; erasing is decided by the data officer (US-08, US-34).
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "people.register": ["R2", "R3"],
  "people.find": ["R2", "R3"],
  "people.read": ["R2", "R3", "R11"],
  "people.erase": ["R11"],
} as const satisfies PermissionTable;
