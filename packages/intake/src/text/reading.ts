import type { DateMention, DurationMention, PeriodMention } from "../figures/dates.ts";
import type { MoneyMention } from "../figures/money.ts";
import type { NumberMention } from "../figures/numbers.ts";
import type { Found } from "../lexicon/terms.ts";
import type { Organisation } from "../names/organisation.ts";
import type { Person } from "../names/persons.ts";
import type { PlaceMention } from "../names/places.ts";
import type { Language } from "./language.ts";
import type { Sentence } from "./sentences.ts";
import type { Token } from "./tokens.ts";

type Row = Readonly<Record<string, string>>;

/** Everything that the first stages found, in the order of the text; later stages only read it. */
export type Reading = {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly publication: readonly Sentence[];
  readonly numbers: readonly NumberMention[];
  readonly money: readonly MoneyMention[];
  readonly dates: readonly DateMention[];
  readonly periods: readonly PeriodMention[];
  readonly durations: readonly DurationMention[];
  readonly places: readonly PlaceMention[];
  readonly country: string | null;
  /** The year of publication, when the caller knows it: what is dated before it is history. */
  readonly publishedYear: number | null;
  readonly organisations: readonly Organisation[];
  readonly persons: readonly Person[];
  /** Signs of the act of signing: done, to come, wished, denied. */
  readonly signing: readonly Found<Row>[];
  /** Words that give the following names their part: between, with, in the presence of, chaired by … */
  readonly cues: readonly Found<Row>[];
};

export type Span = { readonly from: number; readonly to: number };

/** What lies inside a sentence. */
export function within<Item extends Span>(items: readonly Item[], span: Span): Item[] {
  return items.filter((item) => item.from >= span.from && item.to <= span.to);
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
