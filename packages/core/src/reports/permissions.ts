// The officer asks and judges; the partner's focal point or operator answers, with an account or by a one-time link.
import type { PermissionTable } from "../kernel/index.ts";

export const permissions = {
  "reports.read": ["R1", "R4", "R7", "R8", "R9", "R10"],
  "reports.ask": ["R1", "R4"],
  "reports.judge": ["R1", "R4"],
  "reports.open_file": ["R1", "R4"],
  "reports.read_own": ["R5", "R6"],
  "reports.submit": ["R5", "R6"],
} as const satisfies PermissionTable;

/** What whoever opened the link of a report may, for the organisation of the link. */
export const linkPermissions: Readonly<Record<string, readonly string[]>> = {
  report: ["reports.read_own", "reports.submit"],
};
