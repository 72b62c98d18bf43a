// What can be found, and where each leads.
import type { Space } from "../app/address.ts";

export const kinds = ["agreement", "party", "place", "call"] as const;

export interface Found {
  readonly kind: (typeof kinds)[number];
  /** The reference or code: what makes it one. */
  readonly key: string;
  readonly name: string;
  /** Beside the name: reference, state, kind of place. */
  readonly note: string;
  readonly space: Space;
  /** Of a call: it is opened to be answered, not to be run. */
  readonly toAnswer?: boolean;
}

/** What tells one from the others of a list; null of none. */
export const keyOf = (one: Found | undefined): string | null => (one ? `${one.kind} ${one.key}` : null);

/**
 * The address of what was found: the agreement; the agreements in which the party stands; the standings of the place; the
 * call.
 */
export function addressOf({ kind, key, name, space, toAnswer }: Found) {
  const shared = { space: space === "simulated" ? ("simulated" as const) : undefined };
  if (kind === "agreement") {
    return { to: "/agreements/$reference", params: { reference: key }, search: shared } as const;
  }
  if (kind === "party") return { to: "/agreements", search: { ...shared, text: name } } as const;
  if (kind === "call") {
    const to = toAnswer ? "/open-calls/$call" : "/calls/$call";
    return { to, params: { call: key }, search: shared } as const;
  }
  return { to: "/standings", search: { ...shared, region: key } } as const;
}
