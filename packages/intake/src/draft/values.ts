import { type Reading, type Span, within } from "../text/reading.ts";
import type { As, Passage, Value } from "./model.ts";

/** The words of the text from the first token of a span to its last. */
export function passageOf(reading: Reading, span: Span): Passage {
  const start = reading.tokens[span.from]?.start ?? 0;
  const end = reading.tokens[span.to - 1]?.end ?? start;
  return { start, end, text: reading.text.slice(start, end) };
}

export function value<T>(
  reading: Reading,
  span: Span,
  content: T,
  as: As,
  why: string | null = null,
): Value<T> {
  return { value: content, passage: passageOf(reading, span), as, why };
}

/** The words themselves. */
export function literal(reading: Reading, span: Span): Value<string> {
  const passage = passageOf(reading, span);
  return { value: passage.text, passage, as: "literal", why: null };
}

/** A code of the format that a named rule reads from the passage. */
export const coded = <T>(reading: Reading, span: Span, code: T): Value<T> =>
  value(reading, span, code, "normalised");

/** The sentence as a span of tokens. */
export const whole = (reading: Reading, span: Span): Span =>
  reading.sentences.find((sentence) => within([span], sentence).length > 0) ?? span;
