// The words of a right: areas, what is read and what is done there. No I/O.
import { z } from "zod";
import { type PermissionTable, permissionsOfRole, type Role, roles } from "../kernel/index.ts";
import { accessErrors } from "./errors.ts";

/** Where a role is held. */
export const place = z.object({
  kind: z.enum(["organisation", "territory", "agreement"]),
  /** A reference or a code. */
  reference: z.string(),
  name: z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() }),
});
export type Place = z.output<typeof place>;

/** A role and the places where it is held, by reference or code, as an address writes them. */
export interface WrittenGrant {
  readonly role: Role;
  readonly organisation?: string;
  readonly territory?: string;
  readonly agreement?: string;
}

const form = "R5@organisation=ALFA;territory=03;agreement=CONV-1";
const placeNames = ["organisation", "territory", "agreement"] as const;

/** Reads `R5@organisation=ALFA;territory=03`. @throws `access.grant_unreadable` */
export function readGrant(written: string): WrittenGrant {
  const [name = "", places = ""] = written.split("@");
  const role = roles.find((one) => one === name);
  if (role === undefined) throw accessErrors.grant_unreadable({ given: written, form });
  const entries = places
    .split(";")
    .filter((place) => place !== "")
    .map((place): [string, string] => {
      const [key = "", value = ""] = place.split("=");
      if (!placeNames.some((one) => one === key) || value === "")
        throw accessErrors.grant_unreadable({ given: written, form });
      return [key, value];
    });
  return { role, ...Object.fromEntries(entries) };
}

/** A permission that only reads. */
export const isReading = (permission: string): boolean =>
  /\.(read(_\w+)?|find)$/.test(permission) || permission === "ledger.verify";

/** The areas of these permissions, each once, in their order; `agreements.read` is of `agreements`. */
export function areasOf(permissions: readonly string[]): { reads: string[]; acts: string[] } {
  const areas = (kept: readonly string[]) => [...new Set(kept.map((one) => one.split(".")[0] ?? one))];
  return {
    reads: areas(permissions.filter(isReading)),
    acts: areas(permissions.filter((one) => !isReading(one))),
  };
}

/** The permissions of a role, without what everybody may do with the own account, which tells nothing of a role. */
export const ownRightsOf = (role: Role, permissions: PermissionTable): string[] =>
  permissionsOfRole(role, permissions).filter(
    (permission) => isReading(permission) || (permissions[permission]?.length ?? 0) < roles.length,
  );

/** Complaints that control answers change nothing of what is counted. */
const asideOfFiles = ["complaints"];

/** Whether any of these permissions changes something of what is counted, promised or known. */
export const changesFiles = (permissions: readonly string[]): boolean =>
  areasOf(permissions).acts.some((area) => !asideOfFiles.includes(area));
