// Who asks a partner for a number, and who answers: the partner's focal point, with an account or by a one-time link.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "requests.ask": ["R1", "R4"],
  "requests.read": ["R1", "R4", "R9", "R10"],
  "requests.read_own": ["R5", "R6"],
  "requests.answer": ["R5", "R6"],
} as const satisfies PermissionTable;

/** What whoever opened a link may, by what the link is for: this, for the organisation of the link. */
export const linkPermissions: Readonly<Record<string, readonly string[]>> = {
  declaration_request: ["requests.read_own", "requests.answer"],
};
