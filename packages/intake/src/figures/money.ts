import { lexicon } from "../lexicon/load.ts";
import { type Found, termAt } from "../lexicon/terms.ts";
import type { Token } from "../text/tokens.ts";
import type { NumberMention } from "./numbers.ts";

/** An amount of money as written; `currency` is null when the word alone does not tell it (« dinars »). */
export type MoneyMention = {
  readonly from: number;
  readonly to: number;
  /** Decimal string in major units. */
  readonly value: string;
  readonly currency: string | null;
  /** For an ambiguous word: the currency by country (`TN` → `TND`). */
  readonly byCountry: ReadonlyMap<string, string>;
};

type Row = Readonly<Record<string, string>>;
const CURRENCIES = lexicon("currencies");
const BETWEEN = new Set(["de", "d", "of", "'", "’"]);
const SHORT_SCALES: Readonly<Record<string, number>> = { m: 1e6, bn: 1e9, k: 1e3, mn: 1e6, md: 1e9 };
/** « MDH » is written in capitals: a lower-case « da » or « dh » next to a number is another word. */
const CAPITAL_ONLY = new Set(["DA", "DT"]);

function currencyAt(tokens: readonly Token[], at: number): Found<Row> | null {
  const hit = termAt(tokens, at, CURRENCIES);
  if (!hit) return null;
  const token = tokens[at];
  if (token && CAPITAL_ONLY.has(token.text.toUpperCase()) && token.text !== token.text.toUpperCase())
    return null;
  return hit;
}

function currencyAfter(tokens: readonly Token[], at: number): Found<Row> | null {
  let next = at;
  while (next - at < 2 && BETWEEN.has(tokens[next]?.fold ?? "")) next++;
  return currencyAt(tokens, next);
}

function currencyBefore(tokens: readonly Token[], at: number): Found<Row> | null {
  for (const back of [2, 1]) {
    const hit = tokens[at - back] ? currencyAt(tokens, at - back) : null;
    if (hit && hit.to === at) return hit;
  }
  return null;
}

/** Exact decimal string with two digits: 374.8 × 1 000 000 → "374800000.00". */
export function decimal(value: number): string {
  return (Math.round(value * 100) / 100).toFixed(2);
}

function mention(from: number, to: number, value: number, row: Row): MoneyMention {
  const pairs = (row.countries ?? "").split("|").filter(Boolean);
  const byCountry = new Map(pairs.map((pair) => pair.split(":") as [string, string]));
  const currency = row.currency === "" ? null : (row.currency ?? null);
  return { from, to, value: decimal(value * Number(row.multiplier)), currency, byCountry };
}

function moneyOf(tokens: readonly Token[], number: NumberMention): MoneyMention | null {
  if (number.value === null) return null;
  const after = currencyAfter(tokens, number.to);
  if (after) return mention(number.from, after.to, number.value, after.row);
  const before = currencyBefore(tokens, number.from);
  if (!before) return null;
  const tail = tokens[number.to];
  const scale = tail?.glued ? SHORT_SCALES[tail.fold] : undefined;
  return mention(before.from, scale ? number.to + 1 : number.to, number.value * (scale ?? 1), before.row);
}

/** Every amount: a number with a currency after it (« 3,6 millions de dirhams ») or before it (« EUR 300 »). */
export function moneyIn(tokens: readonly Token[], numbers: readonly NumberMention[]): MoneyMention[] {
  return numbers.map((number) => moneyOf(tokens, number)).filter((hit) => hit !== null);
}

/** 68 %, 31.4 percent, 35 في المائة. */
export function percentEnd(tokens: readonly Token[], number: NumberMention): number | null {
  const [one, two] = [tokens[number.to], tokens[number.to + 1]];
  if (!one) return null;
  if (one.text === "%" || one.text === "٪" || ["percent", "بالمايه", "بالميه"].includes(one.fold))
    return number.to + 1;
  const pair = `${one.fold} ${two?.fold ?? ""}`;
  return ["pour cent", "per cent", "في المايه", "في الميه"].includes(pair) ? number.to + 2 : null;
}
