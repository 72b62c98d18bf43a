import { childrenOf, type Entity } from "../acts/entity.ts";
import type { AmountFound } from "../promises/amounts.ts";
import type { Figure, FigureContext } from "../promises/figure.ts";
import { isPromise } from "../promises/promise.ts";
import type { Refs } from "./instruments.ts";
import type { Doubt, Draft, OtherFigure } from "./model.ts";
import { otherAmount, otherFigure, worthKeeping } from "./others.ts";
import { amountOf, bestEfforts, targetOf } from "./promises.ts";
import { indicatorWord, toSay } from "./sentences.ts";
import { unquantified } from "./unquantified.ts";

const GROUPS: readonly (readonly string[])[] = [
  [
    "placements",
    "recruitments",
    "durable_jobs",
    "jobs_created",
    "salaried_employment_supported",
    "return_to_work",
  ],
  ["persons_trained", "persons_trained_and_supported", "training_places"],
];

/** The group within which two indicator words may tell the same promise. */
export const indicatorGroup = (indicator: string): string =>
  GROUPS.find((group) => group.includes(indicator))?.[0] ?? indicator;

function covers(context: FigureContext, entity: Entity, refs: Refs): string[] {
  const children = childrenOf(context.gathering.entities, entity);
  return [...children, entity].map(refs.of).filter((ref) => ref !== null);
}

type Placed = {
  readonly entity: Entity;
  readonly value: number | null;
  readonly indicator: string;
  readonly figure: Figure;
};

const related = (a: Entity, b: Entity) => a === b || a.group === b || b.group === a;

/** The same promise told again, in the title or by an official. */
function told(placed: readonly Placed[], figure: Figure, entity: Entity): Placed | null {
  return (
    placed.find((p) => {
      if (
        p.value !== figure.number.value ||
        !related(p.entity, entity) ||
        p.figure.percent !== figure.percent
      )
        return false;
      const same = indicatorGroup(p.indicator) === indicatorGroup(figure.indicator);
      const vague =
        figure.indicator === "other" ||
        p.indicator === "other" ||
        figure.sentence.title ||
        p.figure.sentence.title;
      return same || vague;
    }) ?? null
  );
}

function conflict(context: FigureContext, known: Placed, figure: Figure): Doubt | null {
  if (known.indicator === figure.indicator || known.indicator === "other" || figure.indicator === "other")
    return null;
  const passage = (f: Figure) => targetOf(context.reading, f).value?.passage;
  const passages = [passage(known.figure), passage(figure)].filter((p) => p !== undefined);
  const readings = [indicatorWord(known.indicator), indicatorWord(figure.indicator)];
  return { about: toSay("what_counts", { value: known.value ?? 0 }), readings, passages };
}

function placeTargets(
  context: FigureContext,
  draft: Draft,
  refs: Refs,
  figures: readonly Figure[],
): { placed: Placed[]; doubts: Doubt[] } {
  const placed: Placed[] = [];
  const doubts: Doubt[] = [];
  const specific = [...figures].sort(
    (a, b) =>
      Number(a.sentence.title) - Number(b.sentence.title) ||
      Number(a.indicator === "other") - Number(b.indicator === "other"),
  );
  for (const figure of specific) {
    const { entity } = figure;
    if (!entity || !isPromise(context, figure)) continue;
    const known = told(placed, figure, entity);
    if (known) {
      const doubt = conflict(context, known, figure);
      if (doubt) doubts.push(doubt);
      continue;
    }
    placed.push({ entity, value: figure.number.value, indicator: figure.indicator, figure });
  }
  const counted = placed.filter(
    (p) =>
      p.value !== null ||
      !placed.some((o) => o.value !== null && indicatorGroup(o.indicator) === indicatorGroup(p.indicator)),
  );
  placed.splice(0, placed.length, ...counted.sort((a, b) => a.figure.from - b.figure.from));
  for (const { entity, figure } of placed) {
    const target = targetOf(context.reading, figure);
    const efforts = target.qualifier ? null : bestEfforts(context.reading, figure.sentence);
    addTarget(
      context,
      draft,
      refs,
      entity,
      efforts && figure.sentence.to - figure.sentence.from < 0 ? target : target,
    );
  }
  return { placed, doubts };
}

function addTarget(
  context: FigureContext,
  draft: Draft,
  refs: Refs,
  entity: Entity,
  target: Draft["instruments"][number]["targets"][number],
): void {
  const refsCovered = covers(context, entity, refs);
  const single = !entity.plural && refsCovered.length === 1;
  const instrument = single ? draft.instruments.find((i) => i.ref === refsCovered[0]) : undefined;
  if (instrument) instrument.targets.push(target);
  else if (refsCovered.length > 0) draft.shared.targets.push({ ...target, covers: refsCovered });
}

function placeAmounts(
  context: FigureContext,
  draft: Draft,
  refs: Refs,
  amounts: readonly AmountFound[],
): AmountFound[] {
  const seen: { entity: Entity; value: string }[] = [];
  const left: AmountFound[] = [];
  for (const found of amounts) {
    const { entity, money } = found;
    if (!entity || !found.promised) {
      left.push(found);
      continue;
    }
    if (seen.some((s) => s.value === money.value && related(s.entity, entity))) continue;
    seen.push({ entity, value: money.value });
    const amount = amountOf(context.reading, found);
    const refsCovered = covers(context, entity, refs);
    const instrument =
      !entity.plural && refsCovered.length === 1
        ? draft.instruments.find((i) => i.ref === refsCovered[0])
        : undefined;
    if (instrument) instrument.amounts.push(amount);
    else if (refsCovered.length > 0) draft.shared.amounts.push({ ...amount, covers: refsCovered });
  }
  return left.filter((found) => !seen.some((s) => s.value === found.money.value));
}

/** Puts every figure where it belongs: on an instrument, shared, or among the other figures. Returns conflicts. */
export function placePromises(
  context: FigureContext,
  draft: Draft,
  refs: Refs,
  figures: readonly Figure[],
  amounts: readonly AmountFound[],
): Doubt[] {
  const { placed, doubts } = placeTargets(context, draft, refs, figures);
  for (const { entity, target } of unquantified(
    context,
    placed.map((p) => p.figure),
  ))
    addTarget(context, draft, refs, entity, target);
  const left = placeAmounts(context, draft, refs, amounts);
  const promised = new Set(placed.map((p) => `${p.value}`));
  const others: OtherFigure[] = [];
  const inOrder = [...figures].sort((a, b) => a.from - b.from);
  for (const figure of inOrder) {
    if (placed.some((p) => p.figure === figure) || !worthKeeping(figure)) continue;
    if (
      promised.has(`${figure.number.value}`) &&
      !figure.percent &&
      (figure.nature === "promise" || figure.nature === null || figure.sentence.title)
    )
      continue;
    if (others.some((o) => o.value?.value === figure.number.value)) continue;
    others.push({
      ref: `F${others.length + 1}`,
      ...otherFigure(context.reading, figure, others.at(-1) ?? null),
    });
  }
  for (const found of left) {
    if (others.some((o) => o.value?.value === found.money.value)) continue;
    others.push({ ref: `F${others.length + 1}`, ...otherAmount(context.reading, found) });
  }
  draft.otherFigures = others;
  return doubts;
}
