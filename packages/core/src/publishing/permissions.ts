// Editions leave under the responsibility of head office and ministry; what has left is for everybody.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "publishing.preview": ["R9"],
  "publishing.publish": ["R9"],
  "publishing.correct": ["R9"],
  "comments.make": ["R5", "R6"],
  "editions.read": ["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13"],
} as const satisfies PermissionTable;

/** What anybody may, without having signed in. */
export const publicPermissions: readonly string[] = ["editions.read"];
