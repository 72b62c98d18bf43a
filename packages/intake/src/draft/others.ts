import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import type { AmountFound } from "../promises/amounts.ts";
import type { Figure } from "../promises/figure.ts";
import type { Reading } from "../text/reading.ts";
import type { OtherFigure } from "./model.ts";
import { currencyOf } from "./promises.ts";
import { coded, value } from "./values.ts";

const UNIT_AMOUNT = lexicon("natures", (row) => row.kind === "unit_amount");
const MONTHLY = /mois|mensuel|month|شهر/;
const KINDS = new Set(["need", "past_result", "capacity", "statistic", "population", "unit_amount", "share"]);
/** Counted things that are no figures of the field when nothing else is said: round tables, companies visited. */
const SMALL = 20;

const kindOf = (nature: string | null): string =>
  nature !== null && KINDS.has(nature) ? nature : "statistic";

/** Worth keeping: a percentage, a known thing counted, or a number that the sentence qualifies. */
export function worthKeeping(figure: Figure): boolean {
  if (figure.number.value === null) return false;
  if (figure.percent) return true;
  const spoken = figure.nature !== null && figure.nature !== "promise" && figure.nature !== "statistic";
  if (figure.number.words && figure.number.value < (spoken ? SMALL / 2 : SMALL)) return false;
  if (figure.noun?.row) return figure.number.value >= 10 || spoken;
  return figure.nature !== null && figure.number.value >= SMALL;
}

export function otherFigure(
  reading: Reading,
  figure: Figure,
  before: OtherFigure | null,
): Omit<OtherFigure, "ref"> {
  const span =
    figure.noun && figure.noun.from >= figure.number.to
      ? { from: figure.number.from, to: figure.to }
      : figure.number;
  const share = figure.percent && figure.part;
  const kind = share ? "share" : kindOf(figure.nature);
  return {
    value: value<number | string>(
      reading,
      figure.percent ? figure : span,
      figure.number.value ?? 0,
      "normalised",
    ),
    kind: coded(reading, figure.natureCue ?? figure, kind),
    unit: figure.percent
      ? coded(reading, figure, "percent")
      : figure.noun?.row
        ? coded(reading, figure.noun, figure.noun.row.unit ?? "persons")
        : null,
    currency: null,
    per: null,
    of: share ? (before?.ref ?? null) : null,
  };
}

export function otherAmount(reading: Reading, found: AmountFound): Omit<OtherFigure, "ref"> {
  const kind = kindOf(found.nature);
  const cues = findTerms(reading.tokens, UNIT_AMOUNT, found.sentence.from, found.sentence.to);
  const near = cues.find((cue) => cue.from >= found.money.to - 1) ?? cues[0];
  const monthly = cues.find((cue) =>
    MONTHLY.test(reading.text.slice(reading.tokens[cue.from]?.start, reading.tokens[cue.to - 1]?.end)),
  );
  const cue = monthly ?? near;
  const per = kind === "unit_amount" && cue ? coded(reading, cue, monthly ? "person_month" : "person") : null;
  return {
    value: value<number | string>(reading, found.money, found.money.value, "normalised"),
    kind: coded(reading, per && cue ? cue : found.money, kind),
    unit: null,
    currency: currencyOf(reading, found.money),
    per,
    of: null,
  };
}
