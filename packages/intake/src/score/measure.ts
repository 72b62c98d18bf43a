import { intake } from "../index.ts";
import { compare, FIELDS, type Field, type Scored } from "./compare.ts";
import type { Case } from "./expected.ts";

export type Rate = {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly expected: number;
};
export type Measure = {
  readonly texts: number;
  readonly inventions: number;
  readonly fields: Record<Field, Rate>;
  /** Over instruments, parties, targets and amounts. */
  readonly meanF1: number;
  readonly scored: readonly Scored[];
};

const MEAN: readonly Field[] = ["instruments", "parties", "targets", "amounts"];

function rate(scored: readonly Scored[], field: Field): Rate {
  const sum = (of: (s: Scored) => number) => scored.reduce((total, s) => total + of(s), 0);
  const hit = sum((s) => s.fields[field].hit);
  const missed = sum((s) => s.fields[field].missed.length);
  const extra = sum((s) => s.fields[field].extra.length);
  const precision = hit + extra === 0 ? 1 : hit / (hit + extra);
  const recall = hit + missed === 0 ? 1 : hit / (hit + missed);
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, expected: hit + missed };
}

/** Reads every text of a set and adds the counts up. */
export function measure(cases: readonly Case[]): Measure {
  const scored = cases.map((one) => compare(one, intake({ file: one.file, text: one.text })));
  const fields = Object.fromEntries(FIELDS.map((field) => [field, rate(scored, field)])) as Record<
    Field,
    Rate
  >;
  return {
    texts: cases.length,
    inventions: scored.reduce((total, s) => total + s.inventions.length, 0),
    fields,
    meanF1: MEAN.reduce((total, field) => total + fields[field].f1, 0) / MEAN.length,
    scored,
  };
}
