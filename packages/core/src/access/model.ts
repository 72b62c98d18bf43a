// The words of a right: areas, what is read and what is done there. No I/O.
import { type Role, roles } from "../kernel/index.ts";
import { accessErrors } from "./errors.ts";

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
