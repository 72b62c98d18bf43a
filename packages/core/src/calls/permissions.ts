// The agency prepares a call and takes in what comes; the director opens it and publishes the result; those who are named
// judge; the committee decides. An organisation applies for itself, with an account or by a one-time link.
import { type PermissionTable, roles } from "../kernel/index.ts";

export const permissions = {
  "calls.read": ["R1", "R2", "R3", "R4", "R7", "R8", "R9", "R10"],
  "calls.prepare": ["R1", "R4"],
  "calls.open": ["R4", "R9"],
  "calls.receive": ["R1", "R2", "R3", "R4"],
  "calls.open_file": ["R1", "R2", "R3", "R4", "R7", "R8", "R9"],
  "calls.score": ["R1", "R2", "R3", "R4", "R7", "R8", "R9"],
  "calls.decide": ["R4", "R8", "R9"],
  "calls.read_open": ["R5", "R6"],
  "calls.apply": ["R5", "R6"],
  "call_notices.read": [...roles],
  "call_results.read": [...roles],
} as const satisfies PermissionTable;
/** What anybody may, without having signed in. */
export const publicPermissions: readonly string[] = ["call_notices.read", "call_results.read"];

/** What whoever opened an invitation may, for the organisation that it invites: answer that call, and read what its form asks. */
export const linkPermissions: Readonly<Record<string, readonly string[]>> = {
  call_invitation: ["calls.read_open", "calls.apply", "territory.read", "vocabulary.read"],
};
export type CallPermission = keyof typeof permissions;
