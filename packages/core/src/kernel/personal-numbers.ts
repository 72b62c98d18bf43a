// Reasons, notes and comments stand in the journal and in lists that many read, for ever. A person is named in the vault
// and nowhere else: a number that is hers has no place in them.

export type PersonalNumber = "phone" | "cin" | "cnss";

/** Neither inside a longer number or code (ICE, RIB, `FM-2021-1`, `2021/0612345678`), nor behind a decimal point. */
const before = "(?<![\\p{L}\\p{N}/_-])(?<!\\p{N}[.,])";
const after = "(?![\\p{L}\\p{N}/_]|-\\p{L}|[ .-]?\\p{N})";
const money = "(?!\\s*(?:DH|MAD|dirhams?|درهم|درهما))";
const gap = "[ .-]?";

const patterns: readonly (readonly [PersonalNumber, RegExp])[] = [
  // 06 12 34 56 78, 0612-345678, +212 6 12 34 56 78, 00212 (0)612345678
  [
    "phone",
    new RegExp(`${before}(?:(?:\\+|00)212${gap}(?:\\(0\\))?|0)[5-7](?:${gap}[0-9]){8}${after}${money}`, "iu"),
  ],
  ["cin", new RegExp(`${before}[A-Z]{1,2}[0-9]{5,7}(?![\\p{L}\\p{N}/_-])`, "iu")],
  // nine digits are anything; where the fund is named they are an insured person
  [
    "cnss",
    new RegExp(
      `(?:C\\.?N\\.?S\\.?S\\.?|الضمان الاجتماعي)[^0-9]{0,30}[0-9]{3} ?[0-9]{3} ?[0-9]{3}${after}${money}`,
      "iu",
    ),
  ],
];

const eastern = /[\u0660-\u0669\u06F0-\u06F9]/g;
const spaces = /[\s\u00A0\u202F\u2009]+/g;

/**
 * What kind of number of a person the text seems to hold.
 * @example personalNumberIn("la rappeler au 06 12 34 56 78") → "phone"; personalNumberIn("ICE 001234567000089") → undefined
 */
export function personalNumberIn(text: string): PersonalNumber | undefined {
  if (text.length < 6) return undefined;
  const plain = text
    .replace(eastern, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(spaces, " ");
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Fields into which people write freely, whatever the act. */
const free: ReadonlySet<string> = new Set(["reason", "note", "comment", "nextAction", "decision", "why"]);

/** Where the first such number stands in what an act was given. */
export function personalNumberOf(
  value: unknown,
  path: readonly (string | number)[] = [],
): { readonly field: string; readonly found: PersonalNumber } | undefined {
  if (typeof value === "string") {
    const found = free.has(String(path.at(-1))) ? personalNumberIn(value) : undefined;
    return found && { field: path.join("."), found };
  }
  if (typeof value !== "object" || value === null || (!Array.isArray(value) && !isPlain(value)))
    return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const there = personalNumberOf(inner, [...path, key]);
    if (there !== undefined) return there;
  }
  return undefined;
}

const isPlain = (value: object) => Object.getPrototypeOf(value) === Object.prototype;
