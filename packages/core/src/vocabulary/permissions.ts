// The words are open to everybody; what they mean is set by the administrator (US-37).
import { type PermissionTable, roles } from "../kernel/index.ts";

export const permissions = {
  "vocabulary.read": [...roles],
  "vocabulary.load": ["R13"],
  "vocabulary.define": ["R13"],
} as const satisfies PermissionTable;
