import { lexicon } from "../lexicon/load.ts";
import { type Found, termAt } from "../lexicon/terms.ts";
import { digitValue } from "../text/fold.ts";
import type { Token } from "../text/tokens.ts";

/** A number as written, in digits or words. `value` is null for « des milliers ». */
export type NumberMention = {
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  /** « une vingtaine »: the writer gives a round figure. */
  readonly round: boolean;
  readonly words: boolean;
};

type Row = Readonly<Record<string, string>>;
const NUMBERS = lexicon("numbers");
const SCALES = lexicon("numbers", (row) => row.kind === "scale" || row.kind === "hundred");
const POINTS = new Set([".", ",", "٫", "٬", "،"]);
const NEVER_DECIMAL = new Set(["٬"]);
const JOINERS = new Set(["et", "and", "و", "-", "‑", "‐"]);

const digitsOf = (token: Token) => [...token.text].map(digitValue).join("");

/** `20 815`: groups of three after one to three digits, with a space, a dot, a comma or an apostrophe. */
function groupsAfter(tokens: readonly Token[], from: number): { to: number; digits: string; mark: string } {
  let digits = digitsOf(tokens[from] as Token);
  let to = from + 1;
  let mark = "";
  for (;;) {
    const sign = tokens[to];
    const spaced = sign?.kind === "number" && !sign.glued && isThinSpace(tokens[to - 1], sign);
    const next = spaced ? sign : tokens[to + 1];
    const marked = sign && POINTS.has(sign.text) && sign.glued && next?.kind === "number" && next.glued;
    if (!next || !(spaced || marked) || digitsOf(next).length !== 3 || digits.length > 12) break;
    if (mark === "" && (digits.length > 3 || digits === "0")) break;
    const own = spaced ? " " : (sign?.text ?? "");
    if (mark !== "" && own !== mark) break;
    mark = own;
    digits += digitsOf(next);
    to += spaced ? 1 : 2;
  }
  return { to, digits, mark };
}

function isThinSpace(before: Token | undefined, after: Token): boolean {
  return before !== undefined && after.start - before.end === 1;
}

function decimalAfter(tokens: readonly Token[], at: number): { to: number; digits: string } | null {
  const sign = tokens[at];
  const next = tokens[at + 1];
  if (!sign || !next || !POINTS.has(sign.text) || NEVER_DECIMAL.has(sign.text)) return null;
  if (!sign.glued || !next.glued || next.kind !== "number") return null;
  const digits = digitsOf(next);
  return digits.length <= 4 ? { to: at + 2, digits } : null;
}

/** « millions », « mille », « ألف » directly after a number. */
export function scaleAt(tokens: readonly Token[], at: number): Found<Row> | null {
  const hit = termAt(tokens, at, SCALES);
  const share = /^(بال|ال)م[اي]/.test(tokens[at]?.fold ?? "");
  return hit && tokens[at]?.kind === "word" && !share ? hit : null;
}

function digitNumber(tokens: readonly Token[], from: number): NumberMention {
  const groups = groupsAfter(tokens, from);
  let { to } = groups;
  let value = Number(groups.digits);
  const single = groups.mark !== "" && groups.mark !== " " && groups.digits.length <= 6;
  if (single && scaleAt(tokens, to) && !NEVER_DECIMAL.has(groups.mark)) {
    value = Number(`${groups.digits.slice(0, -3)}.${groups.digits.slice(-3)}`);
  } else {
    const decimal = decimalAfter(tokens, to);
    if (decimal) {
      value = Number(`${groups.digits}.${decimal.digits}`);
      to = decimal.to;
    }
  }
  for (let scale = scaleAt(tokens, to); scale; scale = scaleAt(tokens, to)) {
    value = rounded(value * Number(scale.row.value));
    to = scale.to;
  }
  return { from, to, value, round: false, words: false };
}

/** Keeps 374.80 × 1 000 000 exact. */
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

type Sum = { total: number; group: number; last: number };

function add(sum: Sum, row: Row): boolean {
  const { kind } = row;
  const value = Number(row.value);
  if (kind === "hundred") {
    if (sum.group >= 100) return false;
    sum.group = (sum.group || 1) * value;
  } else if (kind === "scale") {
    if (sum.total > 0 && value >= sum.last) return false;
    sum.total += (sum.group || 1) * value;
    sum.last = value;
    sum.group = 0;
  } else if (value >= 1000) {
    if (sum.group > 0) return false;
    sum.total += value;
    sum.last = value;
  } else {
    const fourTwenties = row.language === "fr" && value === 20 && sum.group % 100 === 4;
    if (fourTwenties) sum.group += 76;
    else if (!fits(sum.group, value)) return false;
    else sum.group += value;
  }
  return true;
}

/** « soixante » + « quinze », « خمسة » + « عشرين », « cent » + anything below a hundred. */
function fits(group: number, value: number): boolean {
  if (group === 0) return true;
  if (value >= 100) return group < 100 && value % 100 === 0 && group < 10 ? false : group === 0;
  const rest = group % 100;
  if (rest === 0) return true;
  if (rest >= 20 && rest % 10 === 0) return value < 10 || ((rest === 60 || rest === 80) && value < 20);
  if (rest === 70 || rest === 90) return value < 10;
  if (rest === 10) return value < 10;
  return rest < 10 && value >= 10 && value % 10 === 0;
}

function wordNumber(tokens: readonly Token[], from: number, first: Found<Row>): NumberMention {
  const sum: Sum = { total: 0, group: 0, last: Number.POSITIVE_INFINITY };
  let to = from;
  let hit: Found<Row> | null = first;
  while (hit && hit.row.kind !== "about" && hit.row.kind !== "vague") {
    if (!add(sum, hit.row)) break;
    to = hit.to;
    const next: number = JOINERS.has(tokens[to]?.fold ?? "") ? to + 1 : to;
    hit = tokens[next]?.kind === "word" ? termAt(tokens, next, NUMBERS) : null;
    if (hit && next === to && tokens[to]?.arabic && !joined(tokens[to] as Token, hit)) hit = null;
    if (hit && next > to && hit.row.value === "1" && sum.group % 10 !== 0) hit = null;
    if (hit && next > to && sum.group < 20 && sum.group > 0 && tokens[to]?.fold !== "-") hit = null;
  }
  return { from, to, value: sum.total + sum.group, round: false, words: true };
}

/** In Arabic the parts of a number are joined by و, except a scale (آلاف) and ten after a unit (خمسة عشر). */
function joined(token: Token, hit: Found<Row>): boolean {
  return (
    token.fold.startsWith("و") ||
    hit.row.kind === "scale" ||
    hit.row.value === "10" ||
    hit.row.value === "100"
  );
}

function numberAt(tokens: readonly Token[], from: number): NumberMention | null {
  const token = tokens[from];
  if (!token || token.kind === "mark") return null;
  if (token.kind === "number") return digitNumber(tokens, from);
  const hit = termAt(tokens, from, NUMBERS);
  if (!hit) return null;
  if (hit.row.kind === "about")
    return { from, to: hit.to, value: Number(hit.row.value), round: true, words: true };
  if (hit.row.kind === "vague") return { from, to: hit.to, value: null, round: true, words: true };
  if (hit.row.kind === "scale" && tokens[from]?.text.toLowerCase().startsWith("million")) return null;
  return wordNumber(tokens, from, hit);
}

/** Every number of the text, from left to right. */
export function numbersIn(tokens: readonly Token[]): NumberMention[] {
  const found: NumberMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const mention = numberAt(tokens, at);
    if (mention && mention.to > at) {
      found.push(mention);
      at = mention.to;
    } else at++;
  }
  return found;
}
