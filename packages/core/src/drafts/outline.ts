// What recording an intake would write, and which of its figures the register has already. Pure.
import type { z } from "zod";
import type { Application } from "./apply-decisions.ts";
import { valuesOf } from "./chosen.ts";
import type { Draft } from "./draft-format.ts";
import type { joined as joinedFormat, outline as outlineFormat } from "./intake-format.ts";
import type { Known, KnownFigure } from "./known.ts";
import { proposedValues } from "./proposed-values.ts";
import { figureAt } from "./suggest-groups.ts";

type Joined = z.infer<typeof joinedFormat>;
type Outline = z.infer<typeof outlineFormat>;

/** The figures that are announced again: each counts once, and its wordings stand side by side. */
export function joinedFigures({ draft, chosen, lasting }: Application, known: Known): Joined[] {
  if (draft === null) return [];
  const now = new Map([...lasting].map(([present, path]) => [path, present]));
  const of = (kind: "commitment" | "contribution") =>
    [...valuesOf(chosen, kind)].flatMap(([path, { same }]) => {
      const figures = known.events
        .flatMap((event) => event.figures)
        .filter(({ reference }) => reference === same);
      return same === null ? [] : [joinedOf(draft, now.get(path) ?? path, path, same, figures)];
    });
  return [...of("commitment"), ...of("contribution")];
}

function joinedOf(
  draft: Draft,
  path: string,
  lasting: string,
  reference: string,
  figures: readonly KnownFigure[],
): Joined {
  const target = figureAt(draft, "targets", path);
  const amount = figureAt(draft, "amounts", path);
  const given = (path.includes("targets") ? target : amount)?.value ?? null;
  const indicator = path.includes("targets") ? (target?.indicator?.value ?? null) : null;
  const unit = path.includes("targets") ? (target?.unit?.value ?? null) : null;
  const differs = ({ indicator: other, unit: theirs }: KnownFigure) =>
    (indicator !== null && other !== null && indicator !== other) ||
    (unit !== null && theirs !== null && unit !== theirs);
  return {
    ...{ path: lasting, reference, quantity: given?.value == null ? null : String(given.value) },
    conflict: figures.some(differs),
    here: { words: given?.passage.text ?? "", indicator, unit },
    there: figures.map(({ words, indicator: other, unit: theirs, quantity, title }) => ({
      ...{ words, indicator: other, unit: theirs, quantity, title },
    })),
  };
}

/** The counts of what would be written; null while the decisions make no review. */
export function outlineOf(application: Application, known: Known): Outline | null {
  const { draft, review, chosen } = application;
  if (draft === null || review === null) return null;
  const count = (all: number, old: number) => ({ new: all - old, known: old });
  const knownOf = (kind: "agreement" | "organisation" | "event") =>
    new Set([...valuesOf(chosen, kind).values()].flatMap((one) => (one?.known ? [one.reference] : []))).size;
  const same = (kind: "commitment" | "contribution") =>
    [...valuesOf(chosen, kind).values()].filter((one) => one.same !== null).length;
  return {
    agreements: count(review.agreements.length, knownOf("agreement")),
    commitments: count(review.commitments.length, same("commitment")),
    contributions: count(review.contributions.length, same("contribution")),
    organisations: count(review.organisations.length, knownOf("organisation")),
    events: count(review.event ? 1 : 0, knownOf("event")),
    figures: review.figures.length + review.stated.length,
    people: review.people.length,
    doubts: review.doubts.length,
    assertions: proposedValues(draft, review).length,
    conflicts: joinedFigures(application, known).filter(({ conflict }) => conflict).length,
  };
}
