// Who people are to an agreement: the roles of the field, and the permissions that each folder gives them. Which role
// may do what stands in each folder's permissions.ts and nowhere else.
import { kernelErrors } from "./errors.ts";
import { type Locale, message } from "./messages.ts";

/**
 * R1 partnership officer · R2 employment counsellor · R3 entrepreneurship adviser · R4 regional director · R5 partner
 * focal point · R6 operator · R7 region council (funder) · R8 committee · R9 head office and ministry · R10 auditor ·
 * R11 data officer · R12 beneficiary · R13 administrator.
 */
export const roles = [
  "R1",
  "R2",
  "R3",
  "R4",
  "R5",
  "R6",
  "R7",
  "R8",
  "R9",
  "R10",
  "R11",
  "R12",
  "R13",
] as const;
export type Role = (typeof roles)[number];

/** What the role is called: «partnership officer». */
export function roleLabel(locale: Locale, role: Role): string {
  return message(locale, "kernel", `role.${role}`);
}

/** A folder's permissions and the roles that hold them; plain data, exported by the folder's door as `permissions`. */
export type PermissionTable = Readonly<Record<string, readonly Role[]>>;

/** One table of all folders' tables. @throws `kernel.permission_twice` when two folders declare the same one. */
export function joinPermissions(tables: readonly PermissionTable[]): PermissionTable {
  const joined: Record<string, readonly Role[]> = {};
  for (const [permission, holders] of tables.flatMap((table) => Object.entries(table))) {
    if (joined[permission] !== undefined) throw kernelErrors.permission_twice({ permission });
    joined[permission] = holders;
  }
  return joined;
}

/** The permissions that a role holds, wherever it is held. */
export function permissionsOfRole(role: Role, permissions: PermissionTable): string[] {
  return Object.entries(permissions).flatMap(([name, holders]) => (holders.includes(role) ? [name] : []));
}
