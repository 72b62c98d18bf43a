// A request before it is text: what an address is given, part by part, so that a kind of hostility can change one part.
import type { Operation } from "./read-api.ts";

export interface Draft {
  readonly operation: Operation;
  readonly method: string;
  readonly inPath: Readonly<Record<string, string>>;
  readonly inQuery: readonly (readonly [name: string, value: string])[];
  /** undefined: no body is sent. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** The body's text, where it is no longer what JSON makes of `body`. */
  readonly text?: string | Buffer;
  /** The address, where it is no longer made of the parts above. */
  readonly target?: string;
  /** The bytes of the whole request, where it is no longer HTTP. */
  readonly wire?: Buffer;
}

/** What goes over the line. */
export interface Asked {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | undefined;
  readonly wire: Buffer | undefined;
}

export function askedOf(draft: Draft): Asked {
  const { method, wire, headers } = draft;
  const text = draft.text ?? (draft.body === undefined ? undefined : JSON.stringify(draft.body));
  const body = typeof text === "string" ? Buffer.from(text) : text;
  const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
  return { method, target: draft.target ?? targetOf(draft), headers: { ...type, ...headers }, body, wire };
}

export function targetOf({ operation, inPath, inQuery }: Draft): string {
  const path = operation.path.replace(/\{([^}]+)\}/g, (_, name: string) => percent(inPath[name] ?? ""));
  const query = inQuery.map(([name, value]) => `${percent(name)}=${percent(value)}`).join("&");
  return query === "" ? path : `${path}?${query}`;
}

/** As encodeURIComponent, which refuses half a character instead of sending something. */
export function percent(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
