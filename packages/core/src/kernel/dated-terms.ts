// How long something may take: a setting of the installation with the text it rests on, from a day on. A past day keeps
// what it had. Each folder names its own terms, says what holds until one is set, and who may set it.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { ActContext } from "./act.ts";
import { type Db, firstRow, rows } from "./database.ts";
import { type PlainDate, plainDate } from "./dates.ts";
import { kernelErrors } from "./errors.ts";
import { lineText } from "./text-kinds.ts";

export interface DatedTerm {
  /** `<folder>.<term>` */
  readonly name: string;
  /** Days or months: the folder that owns the term says which. */
  readonly count: number;
  /** The text on which it rests. */
  readonly source: string;
  /** The first day on which it holds. */
  readonly from: PlainDate;
}

/** What somebody says who sets a term, beside how much. */
export const settingOfTerm = z.object({ from: plainDate, source: lineText.trim().min(3) });

/** The term that is set for a day; undefined: what holds until one is set. */
export function termOn(db: Db, name: string, day: PlainDate): Promise<DatedTerm | undefined> {
  return firstRow(
    db,
    sql<DatedTerm>`
      select name, count, source, from_on as from from dated_terms where name = ${name} and from_on <= ${day}::date
      order by from_on desc limit 1`,
  );
}

/** How much holds on a day, inside a question: asked once, not for each row. */
export const termInQuestion = (name: string, day: PlainDate, given: number): RawBuilder<unknown> =>
  sql`(select term_on(${name}, ${day}::date, ${given}::integer))`;

/** Of each of a folder's terms first what comes with the product (null), then what was set, the oldest first. */
export async function datedTerms<Term extends string>(
  db: Db,
  nameOf: Readonly<Record<Term, string>>,
): Promise<{ readonly term: Term; readonly set: DatedTerm | null }[]> {
  const all = await rows(
    db,
    sql<DatedTerm>`
      select name, count, source, from_on as from from dated_terms
      where name = any(${Object.values<string>(nameOf)}::text[])
      order by name, from_on`,
  );
  const terms = Object.keys(nameOf) as Term[];
  return terms.flatMap((term) => [
    { term, set: null },
    ...all.filter(({ name }) => name === nameOf[term]).map((set) => ({ term, set })),
  ]);
}

/** For an act that sets a term: writes it, and the act's journal row. @throws `kernel.term_too_early` */
export async function setDatedTerm(ctx: ActContext, { name, count, source, from }: DatedTerm): Promise<void> {
  const before = (await termOn(ctx.tx, name, from)) ?? null;
  const later = await firstRow(
    ctx.tx,
    sql<{ from: PlainDate }>`
      select from_on as from from dated_terms where name = ${name} and from_on >= ${from}::date
      order by from_on limit 1`,
  );
  if (later !== undefined) throw kernelErrors.term_too_early({ from, later: later.from });
  await sql`
    insert into dated_terms (name, from_on, count, source, recorded_at)
    values (${name}, ${from}, ${count}, ${source}, ${ctx.clock.now()})`.execute(ctx.tx);
  await ctx.journal({ object: { kind: "dated_term", id: name }, before, after: { count, source, from } });
}
