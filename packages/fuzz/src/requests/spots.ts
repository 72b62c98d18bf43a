// The places of a request in which a value stands, and the same request with another value in one of them.
import type { Draft } from "./draft.ts";

export interface Spot {
  readonly part: "path" | "query" | "body";
  readonly keys: readonly (string | number)[];
  readonly value: unknown;
}

/** Every place, leaves and branches; the body itself is the spot without keys. */
export function spotsOf({ inPath, inQuery, body }: Draft): Spot[] {
  return [
    ...Object.entries(inPath).map(([name, value]): Spot => ({ part: "path", keys: [name], value })),
    ...inQuery.map(([, value], index): Spot => ({ part: "query", keys: [index], value })),
    ...(body === undefined ? [] : below(body, [])),
  ];
}

function below(value: unknown, keys: readonly (string | number)[]): Spot[] {
  const own: Spot = { part: "body", keys, value };
  if (Array.isArray(value)) return [own, ...value.flatMap((item, index) => below(item, [...keys, index]))];
  if (typeof value !== "object" || value === null) return [own];
  return [own, ...Object.entries(value).flatMap(([name, inner]) => below(inner, [...keys, name]))];
}

/** The draft with `value` at the spot; undefined takes it away. */
export function withAt(draft: Draft, { part, keys }: Spot, value: unknown): Draft {
  const [key = 0] = keys;
  if (part === "path") return { ...draft, inPath: { ...draft.inPath, [key]: textOf(value) } };
  if (part === "body") return { ...draft, body: replaced(draft.body, keys, value) };
  const inQuery = draft.inQuery.flatMap(([name, old], index) => {
    if (index !== key) return [[name, old] as const];
    return value === undefined ? [] : [[name, textOf(value)] as const];
  });
  return { ...draft, inQuery };
}

const textOf = (value: unknown) => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));

function replaced(whole: unknown, [key, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.flatMap((item, index) => {
      if (index !== key) return [item];
      const inner = replaced(item, rest, value);
      return inner === undefined ? [] : [inner];
    });
  }
  const fields = Object.entries(whole as object).map(([name, inner]) => [
    name,
    name === key ? replaced(inner, rest, value) : inner,
  ]);
  return Object.fromEntries(fields);
}
