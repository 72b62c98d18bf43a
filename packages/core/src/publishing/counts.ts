// The counts of an edition: each promise's own, and those of all its promises together, by sex, year and region.
import { type RawBuilder, sql } from "kysely";
import { type Db, endOfDay, rows } from "../kernel/index.ts";
import type { Hiding } from "./protect.ts";

export const dimensions = ["sex", "year", "region"] as const;
export type Dimension = (typeof dimensions)[number];

/** Subjects counted, and those of them that are proven. */
export interface Counted {
  readonly realised: number;
  readonly proven: number;
}

/** A line of a breakdown; lines with nothing are left out. The lines of a dimension add up to the node. */
export interface CountLine extends Counted {
  readonly dimension: Dimension;
  /** F, M, U · YYYY · `scheme:code` of a region or foreign country, or `?` */
  readonly code: string;
}

/** What is counted at one promise (`REF/n`), or at all promises of the edition with one indicator (`all`). */
export interface NodeCounts extends Counted {
  readonly node: string;
  readonly indicator: string;
  /** Whether persons are counted; things are told as they are. */
  readonly persons: boolean;
  readonly lines: readonly CountLine[];
}

export const together = "all";

interface CountRow {
  readonly node: string;
  readonly indicator: string;
  readonly persons: boolean;
  readonly sex: string;
  readonly year: number;
  readonly region: string;
  readonly realised: number;
  readonly proven: number;
}

/** The day to which facts count, and the day by whose end they were recorded. */
export interface Days {
  readonly asOf: string;
  readonly knownOn: string;
  readonly timeZone: string;
}

/** Counts of these promises on a day, by the counting rule (docs/counting.md); a promise with none has no node. */
export async function countsOfPromises(
  db: Db,
  promises: readonly string[],
  { asOf, knownOn, timeZone }: Days,
): Promise<NodeCounts[]> {
  const found = await rows(
    db,
    sql<CountRow>`
      select n.node, n.indicator, i.subject = 'person' as persons, n.sex, n.year, n.region,
             sum(n.quantity)::integer as realised,
             coalesce(sum(n.quantity) filter (where n.evidence >= v.proof_level), 0)::integer as proven
      from ${edition(promises, asOf, endOfDay(knownOn, timeZone))} n
      join indicators i on i.code = n.indicator
      join indicator_versions v on v.indicator = n.indicator and v.version = n.version
      group by 1, 2, 3, 4, 5, 6 order by 1, 2, 4, 5, 6`,
  );
  return [...Map.groupBy(found, ({ node, indicator }) => `${node} ${indicator}`).values()].flatMap(nodeOf);
}

const edition = (promises: readonly string[], asOf: string, known: RawBuilder<Date>) =>
  sql`edition_counts(${promises}::uuid[], ${asOf}::date, ${known})`;

function nodeOf(group: readonly CountRow[]): NodeCounts[] {
  const [first] = group;
  if (first === undefined) return [];
  const { node, indicator, persons } = first;
  const codeOf = { sex: (row: CountRow) => row.sex, year: (row: CountRow) => String(row.year) };
  const linesBy = (dimension: Dimension, code: (row: CountRow) => string): CountLine[] =>
    [...Map.groupBy(group, code)]
      .map(([of, held]) => ({ dimension, code: of, ...add(held) }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const lines = [
    ...linesBy("sex", codeOf.sex),
    ...linesBy("year", codeOf.year),
    ...linesBy("region", (row) => row.region),
  ];
  return [{ node, indicator, persons, ...add(group), lines }];
}

const add = (held: readonly Counted[]): Counted => ({
  realised: held.reduce((sum, { realised }) => sum + realised, 0),
  proven: held.reduce((sum, { proven }) => sum + proven, 0),
});

/** An edition's counts and what it does not tell of them: what the next editions are compared with. */
export interface KeptCounts {
  readonly nodes: readonly NodeCounts[];
  readonly hidden: Hiding;
  /** Fewer subjects than this it does not tell. */
  readonly threshold: number;
  /** What it holds of all promises: `all`, or the name of an extract's choice. */
  readonly whole: string;
  readonly asOf: string;
  readonly knownOn: string;
}
