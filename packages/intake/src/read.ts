import { type InstrumentMention, mentionsIn } from "./acts/mentions.ts";
import { type FrameworkMention, frameworksIn } from "./context/frameworks.ts";
import { datesIn, durationsIn, periodsIn } from "./figures/dates.ts";
import { moneyIn, percentEnd } from "./figures/money.ts";
import { type NumberMention, numbersIn } from "./figures/numbers.ts";
import { lexicon } from "./lexicon/load.ts";
import { findTerms } from "./lexicon/terms.ts";
import { resolve } from "./names/identity.ts";
import type { Organisation } from "./names/organisation.ts";
import { organisationsIn } from "./names/organisations.ts";
import { type Person, personsIn } from "./names/persons.ts";
import { countryOf, placesIn } from "./names/places.ts";
import { languageOf } from "./text/language.ts";
import { sift } from "./text/noise.ts";
import { overlaps, type Reading, type Span } from "./text/reading.ts";
import { sentencesOf } from "./text/sentences.ts";
import { type Token, tokenise } from "./text/tokens.ts";

const SIGNING = lexicon("signing");
const CUES = lexicon("cues");

export type FirstReading = {
  readonly reading: Reading;
  readonly instruments: readonly InstrumentMention[];
  readonly frameworks: readonly FrameworkMention[];
};

/** A day or a year is no figure, a duration neither. */
function figures(numbers: readonly NumberMention[], taken: readonly Span[]): NumberMention[] {
  return numbers.filter((number) => !taken.some((span) => overlaps(span, number)));
}

/** « في المائة » after a number is no hundred. */
function percentSigns(tokens: readonly Token[], numbers: readonly NumberMention[]): Span[] {
  return numbers.flatMap((number) => {
    const to = percentEnd(tokens, number);
    return to === null ? [] : [{ from: number.to, to }];
  });
}

/** « les 20 et 21 mars »: the first number is a day too. */
function firstDays(
  tokens: readonly Token[],
  numbers: readonly NumberMention[],
  dates: readonly Span[],
): Span[] {
  return numbers.filter(
    (n) =>
      ["et", "and", "و", "au", "to", "-", "–"].includes(tokens[n.to]?.fold ?? "") &&
      dates.some((date) => date.from === n.to + 1 && tokens[date.from]?.kind === "number"),
  );
}

/** People's names look like companies' names: what a function or a civility introduces is a person. */
function withoutPersons(organisations: readonly Organisation[], persons: readonly Person[]): Organisation[] {
  return organisations.filter(
    (org) =>
      !persons.some(
        (p) => p.name && overlaps(p.name, org) && (org.weak || !org.known) && org.from >= p.name.from,
      ),
  );
}

/** « Port Said Apparel » says nothing. */
const insideName = (organisations: readonly Organisation[], cue: Span) =>
  organisations.some((org) => !org.generic && cue.from > org.from && cue.to <= org.to);

function tokensOf(spans: readonly Span[]): Set<number> {
  const taken = new Set<number>();
  for (const span of spans) for (let at = span.from; at < span.to; at++) taken.add(at);
  return taken;
}

/** The first stages: text → tokens → sentences → figures, dates, places, names. */
export function read(text: string, publishedYear: number | null = null): FirstReading {
  const tokens = tokenise(text);
  const { sentences, publication } = sift(tokens, sentencesOf(text, tokens));
  const language = languageOf(tokens);
  const periods = periodsIn(tokens);
  const dates = datesIn(tokens).filter((date) => !periods.some((period) => overlaps(period, date)));
  const written = numbersIn(tokens);
  const signs = [...percentSigns(tokens, written), ...firstDays(tokens, written, dates)];
  const all = figures(written, [...periods, ...dates, ...signs]);
  const durations = durationsIn(tokens, all);
  const numbers = figures(all, durations);
  const money = moneyIn(tokens, numbers);
  const places = placesIn(tokens, sentences);
  const instruments = mentionsIn(tokens, sentences, numbers);
  const frameworks = frameworksIn(tokens, sentences, instruments);
  const named = frameworks.filter((framework) => !framework.generic);
  const taken = tokensOf([...instruments, ...dates, ...named, ...money, ...numbers]);
  const numbered = tokensOf(numbers.filter((number) => !(number.words && number.value === 1)));
  const raw = organisationsIn({ tokens, language, sentences, places, taken, numbered });
  const persons = personsIn(tokens, sentences, raw);
  const organisations = resolve(withoutPersons(raw, persons));
  const reading: Reading = {
    text,
    language,
    tokens,
    sentences,
    publication,
    numbers,
    money,
    dates,
    periods,
    durations,
    places,
    country: countryOf(places),
    publishedYear,
    organisations,
    persons: persons.map((person) => ({
      ...person,
      organisation: organisations.find((org) => org.from === person.organisation?.from) ?? null,
    })),
    signing: findTerms(tokens, SIGNING).filter((cue) => !insideName(organisations, cue)),
    cues: findTerms(tokens, CUES).filter((cue) => !insideName(organisations, cue)),
  };
  return { reading, instruments, frameworks };
}
