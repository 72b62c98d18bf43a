// A part of a form that cannot be read yet stands in its value as a fault, so that saving finds it.
import type { EntryError } from "./read-entry.ts";

export interface Unread {
  readonly unread: EntryError | "words" | "why" | "missing";
}

export const unread = (fault: Unread["unread"]): Unread => ({ unread: fault });

export const isUnread = (node: unknown): node is Unread =>
  typeof node === "object" && node !== null && "unread" in node;

/** The first fault in a form's value, with the names of the fields that lead to it. */
export function faultIn(
  node: unknown,
  place: readonly string[] = [],
): { place: string; fault: string } | null {
  if (isUnread(node)) return { place: place.join("."), fault: node.unread };
  if (typeof node !== "object" || node === null) return null;
  for (const [key, child] of Object.entries(node)) {
    const found = faultIn(child, [...place, key]);
    if (found) return found;
  }
  return null;
}
