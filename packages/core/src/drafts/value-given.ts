// Whether a value that a person sets really follows from the words that she chose for it.
import type { Passage } from "./draft-format.ts";

/** Whether the words alone give the value by a named rule (a number, an amount, a date, a period, a duration). */
export type Gives = (words: string, value: unknown) => boolean;

interface GivenValue {
  readonly value: unknown;
  readonly passage: Passage;
  readonly as: string;
  readonly why: string | null;
}

export type Fault = "passage_differs" | "not_literal" | "not_given" | "why_missing";

/** What is wrong with a value against its text; null when nothing is. */
export function faultOfValue(text: string, given: GivenValue, gives: Gives): Fault | null {
  const { value, passage, as, why } = given;
  if (text.slice(passage.start, passage.end) !== passage.text) return "passage_differs";
  if (as === "inferred") return why === null || why.trim() === "" ? "why_missing" : null;
  if (value === null) return null;
  if (as === "literal") return value === passage.text ? null : "not_literal";
  return isCoded(value) || gives(passage.text, value) ? null : "not_given";
}

/** Words and codes are normalised by the person who reads; numbers, dates and periods only by a rule. */
function isCoded(value: unknown): boolean {
  if (typeof value === "string") return !/^-?\d+(\.\d+)?$/.test(value);
  return typeof value === "boolean" || (typeof value === "object" && value !== null && "code" in value);
}
