// The promise bar in words: one sentence that says what the drawing shows.
import type { IntlShape } from "react-intl";
import type { Promised } from "./geometry.ts";

type Words = Pick<IntlShape, "formatMessage" | "formatList">;

/** «Announced: 20,815; no evidence available; no deadline in the text.» `unit` is the unit in the reader's language. */
export function barSentence(
  words: Words,
  promised: Promised,
  unit: string,
  /** `time: false` for a place, whose promises end on different days. */
  { time = true }: { readonly time?: boolean } = {},
): string {
  const parts = [
    announcedPart(words, promised),
    signedPart(words, promised),
    ...resultParts(words, promised),
  ];
  const said = [...parts, time ? timePart(words, promised) : null].filter((part) => part !== null);
  return words.formatMessage(
    { id: "bar.sentence" },
    { unit, parts: said.join(words.formatMessage({ id: "bar.and" })) },
  );
}

function announcedPart(words: Words, { announced }: Promised): string | null {
  if (announced.length === 0) return null;
  const numbers = [...new Set(announced.filter((value) => value !== null))].sort((a, b) => a - b);
  const [lowest, ...others] = numbers;
  if (lowest === undefined) return words.formatMessage({ id: "bar.announcedWithoutNumber" });
  const values = { sources: announced.length, value: lowest, highest: others.at(-1) ?? lowest };
  return others.length === 0
    ? words.formatMessage({ id: "bar.announced" }, values)
    : words.formatMessage({ id: "bar.announcedRange" }, values);
}

function signedPart(words: Words, { signed }: Promised): string | null {
  if (signed === null) return null;
  const { original, current } = signed;
  if (current === null) return words.formatMessage({ id: "bar.signedWithoutNumber" });
  if (original === null || original === current)
    return words.formatMessage({ id: "bar.signed" }, { value: current });
  return words.formatMessage({ id: "bar.signedChanged" }, { value: current, original });
}

function resultParts(words: Words, { declared, realised, proven }: Promised): (string | null)[] {
  if (realised === 0 && (declared ?? 0) === 0) return [words.formatMessage({ id: "bar.noEvidence" })];
  const withoutNames = Math.max(0, (declared ?? 0) - realised);
  return [
    words.formatMessage({ id: "bar.proven" }, { value: proven }),
    words.formatMessage({ id: "bar.realised" }, { value: realised }),
    withoutNames > 0 ? words.formatMessage({ id: "bar.withoutNames" }, { value: withoutNames }) : null,
  ];
}

function timePart(words: Words, { elapsed }: Promised): string {
  if (elapsed === null) return words.formatMessage({ id: "bar.noDeadline" });
  return words.formatMessage({ id: "bar.elapsed" }, { share: elapsed });
}
