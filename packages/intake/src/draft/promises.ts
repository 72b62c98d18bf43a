import type { Entity } from "../acts/entity.ts";
import { lexicon } from "../lexicon/load.ts";
import { findTerms } from "../lexicon/terms.ts";
import type { AmountFound } from "../promises/amounts.ts";
import type { Figure } from "../promises/figure.ts";
import { type Reading, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Amount, PartialDate, Proposed, Target, Value } from "./model.ts";
import { cleanName } from "./names.ts";
import { territoryIn } from "./places.ts";
import { toSay } from "./sentences.ts";
import { coded, value } from "./values.ts";

const QUALIFIERS = lexicon("qualifiers");
const POPULATIONS = lexicon("populations");
const DEADLINES = lexicon("words", (row) => row.kind === "deadline");
const NEAR_NUMBER = 5;
const DEFAULT_UNIT: Readonly<Record<string, string>> = {
  persons_trained: "persons",
  placements: "persons",
  recruitments: "persons",
};

/** « plus de », « environ », « estimée à »: what is said of a number just before it. */
export function qualifierOf(reading: Reading, sentence: Sentence, span: Span): Proposed<string> {
  const from = Math.max(sentence.from, span.from - NEAR_NUMBER);
  const hit = findTerms(reading.tokens, QUALIFIERS, from, span.from)
    .filter(
      (h) =>
        h.row.qualifier !== "best_efforts" &&
        !(h.row.terms?.startsWith("près") && reading.tokens[h.from]?.fold === "une"),
    )
    .at(-1);
  if (hit && span.from - hit.to <= 2)
    return coded(reading, { from: hit.from, to: span.to }, hit.row.qualifier ?? "");
  const after = findTerms(reading.tokens, QUALIFIERS, span.to, Math.min(sentence.to, span.to + 4))[0];
  if (after?.row.qualifier === "at_least" || after?.row.qualifier === "at_most")
    return coded(reading, { from: span.from, to: after.to }, after.row.qualifier);
  return null;
}

/** A best-efforts phrase that governs the figure's sentence. */
export function bestEfforts(reading: Reading, sentence: Sentence): Span | null {
  return (
    findTerms(reading.tokens, QUALIFIERS, sentence.from, sentence.to).find(
      (h) => h.row.qualifier === "best_efforts",
    ) ?? null
  );
}

function populationsOf(reading: Reading, figure: Figure): Value<string>[] {
  const end = Math.min(figure.sentence.to, figure.to + 4);
  const stop = reading.numbers.find((n) => n.from >= figure.to && n.from < end)?.from ?? end;
  const comma = reading.tokens.findIndex(
    (t) => t.index >= figure.to && t.index < stop && [",", "،", "et", "and", ";", "."].includes(t.fold),
  );
  const limit = comma >= 0 ? comma : stop;
  const found = findTerms(reading.tokens, POPULATIONS, figure.from, limit).map((hit) =>
    coded(reading, hit, hit.row.population ?? "other"),
  );
  return found.filter((v, at) => found.findIndex((o) => o.value === v.value) === at);
}

function deadlineOf(reading: Reading, sentence: Sentence, figure: Span): Proposed<PartialDate> {
  for (const cue of findTerms(reading.tokens, DEADLINES, sentence.from, sentence.to)) {
    const date = reading.dates.find((d) => d.from >= cue.to && d.from - cue.to <= 3 && d.to <= sentence.to);
    const after = date && date.from > figure.to && date.from - figure.to <= 14;
    const bareIn = ["en", "by"].includes(reading.tokens[cue.from]?.fold ?? "") && date?.date.year === null;
    if (
      date &&
      after &&
      !bareIn &&
      date.date.weekday === null &&
      (date.date.year !== null || date.date.month !== null)
    )
      return coded(reading, date, date.date);
  }
  return null;
}

/** A target as the format writes it. The passage of its value is the number with what it counts. */
export function targetOf(reading: Reading, figure: Figure): Target {
  const numberSpan =
    figure.noun && figure.noun.from >= figure.number.to && figure.noun.from - figure.number.to <= 3
      ? { from: figure.number.from, to: Math.max(figure.to, figure.number.to) }
      : figure.number;
  const unit = figure.percent
    ? "percent"
    : (figure.noun?.row?.unit ?? DEFAULT_UNIT[figure.indicator] ?? "persons");
  const indicatorSpan = figure.action ?? (figure.noun?.row ? figure.noun : figure);
  const period = within(reading.periods, figure.sentence).find((p) => p.from >= figure.to);
  const said = qualifierOf(reading, figure.sentence, figure.number);
  const part = figure.part && !said ? value(reading, figure, "share_of", "normalised") : null;
  const round =
    figure.number.round && figure.number.value !== null ? coded(reading, figure.number, "approximate") : null;
  const vague = figure.number.value === null ? coded(reading, figure.number, "unquantified") : null;
  return {
    value: value(
      reading,
      numberSpan,
      figure.number.value,
      figure.number.value === null ? "literal" : "normalised",
    ),
    indicator: coded(reading, indicatorSpan, figure.indicator),
    unit: coded(reading, figure.percent ? figure : (figure.noun ?? figure), unit),
    qualifier: vague ?? said ?? part ?? round,
    populations: populationsOf(reading, figure),
    territory: territoryIn(reading, figure.sentence),
    period: period ? coded(reading, period, period.period) : null,
    deadline: deadlineOf(reading, figure.sentence, figure),
  };
}

/** The currency: written out, or told by the country that the text is about. */
export function currencyOf(reading: Reading, amount: AmountFound["money"]): Proposed<string> {
  if (amount.currency) return coded(reading, amount, amount.currency);
  const home = reading.country ? amount.byCountry.get(reading.country) : undefined;
  const known =
    home ?? reading.places.map((p) => amount.byCountry.get(p.place.country)).find((c) => c !== undefined);
  return known ? value(reading, amount, known, "inferred", toSay("country_of_text")) : null;
}

export function amountOf(reading: Reading, found: AmountFound): Amount {
  const { money, contributor } = found;

  return {
    value: value<string | null>(reading, money, money.value, "normalised"),
    currency: currencyOf(reading, money),
    role: coded(reading, found.roleCue ?? money, found.role ?? "total"),
    qualifier: qualifierOf(reading, found.sentence, money),
    contributor: contributor ? cleanName(reading, contributor) : null,
    inKind: null,
    purpose: null,
  };
}

/** Where a promise stands: on the one instrument, or shared by all that it covers. */
export type Level = { readonly shared: boolean; readonly entity: Entity };
