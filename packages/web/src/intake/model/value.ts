// What a reading of a text proposes: a value with the words that give it, and how it follows from them.

/** UTF-16 offsets into the text. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly page?: number | undefined;
}

export type How = "literal" | "normalised" | "inferred";

export interface Value {
  readonly value: unknown;
  readonly passage: Passage;
  readonly as: How;
  readonly why: string | null;
}

export const isObject = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === "object" && node !== null;

export const isValue = (node: unknown): node is Readonly<Record<string, unknown>> & Value =>
  isObject(node) && "value" in node && "passage" in node && "as" in node;

/** Every value below a node, with its path: `shared.targets.0.value`. */
export function valuesBelow(node: unknown, path = ""): { path: string; value: Value }[] {
  if (isValue(node)) return [{ path, value: node }];
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, child]) =>
    valuesBelow(child, path === "" ? key : `${path}.${key}`),
  );
}

/** What stands at a path, or undefined. */
export function atPath(root: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (node, key) => (isObject(node) ? (node as Record<string, unknown>)[key] : undefined),
      root,
    );
}
