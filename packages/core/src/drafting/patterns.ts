// How a wording asks for what the register says: `{commitment.2.quantity}` within a line, `{commitments}` as a whole line,
// `[…]` around what goes when nothing is known of it.

/** The lists of the register that fill a line of their own, and what each takes. */
export const lists = {
  parties: "party",
  commitments: "commitment",
  contributions: "contribution",
  responsibilities: "responsibility row",
  committees: "committee",
  reports: "report",
  definitions: "indicator",
  signatures: "party",
} as const;
export type ListName = keyof typeof lists;

/** What may be asked of one thing, by the kind of thing; `day`, `number` and `amount` are figures. */
export const fields = {
  agreement: { title: "text", reference: "text", purpose: "text", territory: "text", from: "day", to: "day" },
  party: { name: "text", representative: "text", function: "text", power: "text" },
  commitment: {
    ...{ indicator: "text", wording: "text", qualifier: "text", quantity: "number", populations: "text" },
    ...{ territory: "text", milieu: "text", deadline: "day", owed_by: "text" },
  },
  contribution: {
    ...{
      payer: "text",
      qualifier: "text",
      amount: "amount",
      currency: "text",
      kind: "text",
      purpose: "text",
    },
  },
  committee: { name: "text", presided_by: "text", every_months: "number", members: "text" },
  report: { organisation: "text", kind: "text", every_months: "number", days_after: "number" },
  indicator: { indicator: "text", version: "number", definition: "text" },
  task: { organisation: "text", task: "text" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, "text" | "number" | "amount" | "day">>>>;
export type ThingKind = keyof typeof fields;

const token = /\{([a-z]+)(?:\.([A-Za-z0-9_-]+))?(?:\.([a-z_]+))?\}/g;

/** The list that a line is, whole. */
export function listOf(line: string): ListName | null {
  const [, name = ""] = /^\{([a-z]+)\}$/.exec(line.trim()) ?? [];
  return name in lists ? (name as ListName) : null;
}

/** Whether a name can be asked for, whatever the register holds. */
export function isKnownName(key: string): boolean {
  const [thing = "", ...rest] = key.split(".");
  if (rest.length === 0) return thing in lists;
  const asked: Readonly<Record<string, string>> | undefined = fields[thing as ThingKind];
  const isOne = rest.length === (thing === "agreement" ? 1 : 2);
  return asked !== undefined && isOne && asked[rest.at(-1) ?? ""] !== undefined;
}

/** What a line asks for that nobody knows, and braces that are none of ours. */
export function unknownNames(line: string): string[] {
  const asked = [...line.matchAll(/\{([^{}]*)\}/g)].map(([, key = ""]) => key);
  const stray = line.replace(/\{[^{}]*\}/g, "").match(/[{}]/g) ?? [];
  return [...asked.filter((key) => !isKnownName(key)), ...stray];
}

export type Piece = { readonly text: string } | { readonly key: string };

function piecesOf(part: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of part.matchAll(token)) {
    if (found.index > end) pieces.push({ text: part.slice(end, found.index) });
    pieces.push({ key: found[0].slice(1, -1) });
    end = found.index + found[0].length;
  }
  if (end < part.length) pieces.push({ text: part.slice(end) });
  return pieces;
}

/** A line taken apart; what stands in brackets goes when `isEmpty` holds of something that it asks for. */
export function readLine(line: string, isEmpty: (key: string) => boolean): Piece[] {
  return line.split(/(\[[^[\]]*\])/).flatMap((part) => {
    const inner = part.startsWith("[") && part.endsWith("]") ? piecesOf(part.slice(1, -1)) : null;
    const keys = inner?.flatMap((piece) => ("key" in piece ? [piece.key] : [])) ?? [];
    // brackets around mere words are words: somebody wrote «[à compléter]»
    if (inner === null || keys.length === 0) return piecesOf(part);
    return keys.some(isEmpty) ? [] : inner;
  });
}
