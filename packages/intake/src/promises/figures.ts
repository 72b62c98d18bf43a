import { percentEnd } from "../figures/money.ts";
import type { NumberMention } from "../figures/numbers.ts";
import { termAt } from "../lexicon/terms.ts";
import { overlaps, type Span, within } from "../text/reading.ts";
import type { Sentence } from "../text/sentences.ts";
import { counts, isShare, pronominal, SINGLE, VERBS_AFTER } from "./countable.ts";
import type { Figure, FigureContext } from "./figure.ts";
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
import { costOf, type NatureCue, natureCues, natureOf } from "./natures.ts";

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
  const following =
    pronominal(context, span.to) || pronominal(context, number.to)
      ? around.actions.find((a) => a.from >= span.to && a.from < around.limit)
      : undefined;
  const found = following ?? actionOf(reading, around.actions, span, around.limit, noun);
  const action = found ?? (part || !noun?.row ? (around.last?.action ?? null) : null);
  const close = following !== undefined || (found !== null && costOf(reading.tokens, found, span) <= 4);
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
