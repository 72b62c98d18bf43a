import type { Gathering } from "../acts/entities.ts";
import type { Entity } from "../acts/entity.ts";
import type { FrameworkMention } from "../context/frameworks.ts";
import { percentEnd } from "../figures/money.ts";
import type { NumberMention } from "../figures/numbers.ts";
import { termAt } from "../lexicon/terms.ts";
import { overlaps, type Reading, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import {
  ACTIONS,
  type Action,
  actionOf,
  actionsIn,
  indicatorOf,
  type Noun,
  nounAfter,
  refined,
} from "./indicators.ts";
import { entityOf, ofFramework } from "./level.ts";
import { costOf, type Nature, type NatureCue, natureCues, natureOf } from "./natures.ts";

/** A quantity of the text and what it is: a promise of an instrument, or something else. */
export type Figure = Span & {
  readonly sentence: Sentence;
  readonly number: NumberMention;
  readonly noun: Noun | null;
  readonly percent: boolean;
  readonly action: Action | null;
  readonly indicator: string;
  readonly nature: Nature | "share" | null;
  readonly natureCue: NatureCue | null;
  readonly entity: Entity | null;
  readonly framework: FrameworkMention | null;
  /** « dont 40 % de femmes »: a part of the figure before. */
  readonly part: boolean;
};

export type FigureContext = {
  readonly reading: Reading;
  readonly gathering: Gathering;
  readonly frameworks: readonly FrameworkMention[];
  /** Names of organisations, frameworks and instruments: words in them say nothing about figures. */
  readonly names: readonly Span[];
};

/** « les deux entreprises » speaks of two that are known. */
const REFERRING = new Set(["les", "ces", "des", "the", "these", "leurs", "ses", "both", "aux"]);
const SINGLE = new Set(["service_points_created", "mobile_units_deployed"]);
const SHARE = /^(dont|soit|including|منهم|منها|من)$/;
const SKIP_AFTER = new Set([
  "e",
  "er",
  "eme",
  "ere",
  "re",
  "th",
  "st",
  "nd",
  "rd",
  "h",
  "km",
  "kilometres",
  "°",
  "ans",
  "fois",
]);
const SKIP_BEFORE = new Set([
  "article",
  "art",
  "n°",
  "°",
  "loi",
  "law",
  "page",
  "chapitre",
  "phase",
  "annexe",
  "n",
  "edition",
  "المادة",
  "الماده",
  "رقم",
  "تحت",
]);
const VERBS_AFTER = new Set([
  "ont",
  "were",
  "have",
  "sont",
  "seront",
  "had",
  "a",
  "ete",
  "etaient",
  "was",
  "كان",
  "dans",
  "notamment",
  "in",
  "of",
  "d'entre",
  ",",
  ".",
  ";",
  "(",
  "among",
  "dont",
  "et",
  "concernent",
  "prevus",
  "prevues",
  "the",
  "mostly",
  "،",
  "at",
  "au",
  "en",
  "d",
  "منصب",
  "comme",
]);

/** Numbers that count nothing: ordinals, hours, articles, list numbers, instruments. */
function counts(context: FigureContext, number: NumberMention, sentence: Sentence): boolean {
  const { tokens } = context.reading;
  const [before, after] = [tokens[number.from - 1], tokens[number.to]];
  if (
    after &&
    SKIP_AFTER.has(after.fold) &&
    (after.glued || ["ans", "fois", "km", "kilometres"].includes(after.fold))
  )
    return false;
  if (before && SKIP_BEFORE.has(before.fold)) return false;
  if (number.from === sentence.from && !number.words && after?.text === ".") return false;
  if (before?.text === "-" && before.glued && !number.words && tokens[number.from]?.glued) return false;
  if (
    !number.words &&
    (after?.text === ":" || after?.text === "/") &&
    after.glued &&
    tokens[number.to + 1]?.kind === "number"
  )
    return false;
  if (!number.words && before && [":", "/"].includes(before.text) && tokens[number.from]?.glued) return false;
  if (!number.words && after?.text === ")" && before?.text !== "(") return false;
  if (number.words && (number.value ?? 0) < 10 && before && REFERRING.has(before.fold)) return false;
  const mentions = (context.gathering.active.get(sentence.index) ?? []).map((item) => item.mention);
  return (
    !mentions.some((m) => m.countSpan && overlaps(m.countSpan, number)) &&
    !context.names.some((n) => overlaps(n, number))
  );
}

/** « 400 of them », « 900 d'entre eux », « 75 منهم ». */
function pronominal(context: FigureContext, at: number): boolean {
  const after = context.reading.tokens
    .slice(at, at + 4)
    .map((t) => t.fold)
    .join(" ");
  return /^(of them|of whom|d ['’] entre|منهم|منها|d entre)/.test(after);
}

function isShare(context: FigureContext, number: NumberMention, sentence: Sentence): boolean {
  const { tokens } = context.reading;
  for (let at = number.from - 1; at >= Math.max(sentence.from, number.from - 3); at--) {
    const token = tokens[at];
    if (!token || token.text === ".") return false;
    const two = `${token.fold} ${tokens[at + 1]?.fold ?? ""}`;
    if (
      [
        "of which",
        "of whom",
        "من بينهم",
        "من بينها",
        "parmi lesquels",
        "parmi lesquelles",
        "among them",
      ].includes(two)
    )
      return true;
    if (SHARE.test(token.fold) && token.fold !== "من") return true;
  }
  return pronominal(context, number.to);
}

type Draw = {
  readonly number: NumberMention;
  readonly noun: Noun | null;
  readonly percent: boolean;
  readonly span: Span;
};

function drawn(
  context: FigureContext,
  sentence: Sentence,
  previous: Noun | null,
  number: NumberMention,
): Draw | null {
  const { reading } = context;
  const percent = percentEnd(reading.tokens, number);
  if (percent !== null)
    return {
      number,
      noun: nounAfter(reading, percent, sentence),
      percent: true,
      span: { from: number.from, to: percent },
    };
  const noun = nounAfter(reading, number.to, sentence);
  const single = number.words && number.value === 1;
  if (single && !SINGLE.has(noun?.row?.indicator ?? "")) return null;
  if (noun) return { number, noun, percent: false, span: { from: number.from, to: noun.to } };
  if (number.words && (number.value ?? 0) < 10) return null;
  const next = reading.tokens[number.to];
  const done = previous?.row?.unit === "persons" && termAt(reading.tokens, number.to, ACTIONS) !== null;
  if (!next || !(VERBS_AFTER.has(next.fold) || done)) return null;
  return { number, noun: previous, percent: false, span: { from: number.from, to: number.to } };
}

function sentenceFigures(context: FigureContext, sentence: Sentence, before: Figure | undefined): Figure[] {
  const { reading } = context;
  const cues = natureCues(reading, sentence, context.names);
  const actions = actionsIn(reading, sentence, context.names);
  const money = within(reading.money, sentence);
  const numbers = within(reading.numbers, sentence).filter(
    (number) => !money.some((m) => overlaps(m, number)) && counts(context, number, sentence),
  );
  const figures: Figure[] = [];
  for (const [at, number] of numbers.entries()) {
    const last = figures.at(-1) ?? (pronominal(context, number.to) ? before : undefined);
    const draw = drawn(context, sentence, last?.noun ?? null, number);
    if (!draw) continue;
    const later = numbers.slice(at + 1).filter((next) => !(next.words && next.value === 1));
    const rest = later.find((next) => !isShare(context, next, sentence));
    const limit = rest?.from ?? sentence.to;
    const next = later[0]?.from ?? sentence.to;
    const near = cues.filter((cue) => cue.from < next);
    figures.push(described(context, sentence, draw, { cues: near, actions, last, limit }));
  }
  return figures;
}

type Around = {
  readonly cues: readonly NatureCue[];
  readonly actions: readonly Action[];
  readonly last: Figure | undefined;
  readonly limit: number;
};

function described(context: FigureContext, sentence: Sentence, draw: Draw, around: Around): Figure {
  const { reading, gathering } = context;
  const { span, number, noun } = draw;
  const share = isShare(context, number, sentence) || pronominal(context, span.to);
  const part = share && around.last !== undefined;
  const found = actionOf(reading, around.actions, span, around.limit, noun);
  const action = found ?? (part || !noun?.row ? (around.last?.action ?? null) : null);
  const close = found !== null && costOf(reading.tokens, found, span) <= 4;
  const indicator =
    draw.percent && around.last && !noun?.row?.indicator && !(close && found !== around.last.action)
      ? around.last.indicator
      : refined(
          reading,
          indicatorOf(noun, action?.row.indicator ?? null, close),
          span,
          sentence,
          around.limit,
        );
  const told = natureOf(reading, around.cues, span, ["unit_amount"]);
  const inherited = (part || !told) && around.last ? around.last.nature : null;
  return {
    ...span,
    sentence,
    number,
    noun,
    percent: draw.percent,
    action,
    indicator:
      part &&
      around.last &&
      around.last.indicator !== "other" &&
      !noun?.row?.indicator &&
      !(found && found !== around.last.action && (close || around.last.sentence !== sentence))
        ? around.last.indicator
        : indicator,
    nature:
      part && inherited !== "promise" && inherited !== null
        ? draw.percent
          ? "share"
          : inherited
        : (told?.nature ?? inherited),
    natureCue: told?.cue ?? null,
    entity: entityOf(gathering, reading, sentence, span),
    framework: ofFramework(reading, gathering, context.frameworks, sentence, span),
    part,
  };
}

/** Every quantity that is not money, body before titles. */
export function figuresIn(context: FigureContext): Figure[] {
  const { sentences } = context.reading;
  const ordered = [...sentences.filter((s) => !s.title), ...sentences.filter((s) => s.title)];
  const found: Figure[] = [];
  for (const sentence of ordered) found.push(...sentenceFigures(context, sentence, found.at(-1)));
  return found;
}
