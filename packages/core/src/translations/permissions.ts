// The administrator and head office see to it that the Arabic is read by somebody who writes it.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "translations.read": ["R9", "R13"],
  "translations.review": ["R9", "R13"],
} as const satisfies PermissionTable;
