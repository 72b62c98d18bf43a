// What a wording may name, and the first name in it that the register does not answer. Pure.

/** What a wording may name: alone in a line, and anywhere. */
export interface KnownNames {
  readonly lists: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** The first name in a wording that the register does not answer, or a list that is not alone in its line. */
export function strangeName(text: string, { lists, names }: KnownNames): string | null {
  for (const line of text.split("\n")) {
    const asked = [...line.matchAll(/\{([^{}]*)\}/gu)].map(([, key = ""]) => key);
    const isWhole = asked.length === 1 && line.trim() === `{${asked[0]}}` && lists.has(asked[0] ?? "");
    const strange = isWhole ? undefined : asked.find((key) => !names.has(key));
    if (strange !== undefined) return strange;
    if (/[{}]/u.test(line.replace(/\{[^{}]*\}/gu, ""))) return line.replace(/\{[^{}]*\}/gu, "").trim();
  }
  return null;
}
