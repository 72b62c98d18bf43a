// What this reader opened last from the search, kept on this machine.
import type { Space } from "../app/address.ts";
import { type Found, kinds } from "./found.ts";

const key = "iltizam.search.recent";
const most = 6;

export function readRecent(space: Space, storage: Pick<Storage, "getItem"> = localStorage): Found[] {
  return all(storage).filter((one) => one.space === space);
}

/** Puts what was opened in front. */
export function keepRecent(found: Found, storage: Pick<Storage, "getItem" | "setItem"> = localStorage): void {
  const others = all(storage).filter((one) => !(one.kind === found.kind && one.key === found.key));
  storage.setItem(key, JSON.stringify([found, ...others].slice(0, most)));
}

function all(storage: Pick<Storage, "getItem">): Found[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isFound) : [];
  } catch {
    return [];
  }
}

function isFound(value: unknown): value is Found {
  const one = value as Partial<Found> | null;
  return (
    typeof one?.key === "string" &&
    typeof one.name === "string" &&
    typeof one.note === "string" &&
    (one.space === "real" || one.space === "simulated") &&
    kinds.some((kind) => kind === one.kind)
  );
}
