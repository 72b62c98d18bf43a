// After how many months a letter without follow-up comes back and an agreement is dormant: a setting of the installation
// with the text it rests on, from a day on.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, defineQuery, firstRow, lineText, plainDate, rows } from "../kernel/index.ts";
import { alarmErrors } from "./errors.ts";
import { alarmTerms, givenMonths } from "./model.ts";

const term = z.object({
  term: z.enum(alarmTerms),
  months: z.int(),
  /** The text on which it rests; null for what holds without one. */
  source: z.string().nullable(),
  /** The first day on which it holds; null: as it comes. */
  from: plainDate.nullable(),
});

export const listTerms = defineQuery({
  name: "alarms.terms",
  permission: "alarms.read",
  scope: "somewhere",
  input: z.object({}),
  output: z.array(term),
  async run(ctx) {
    const set = await rows(
      ctx.tx,
      sql<z.output<typeof term>>`
        select term, months, source, from_on as from from alarm_terms order by term, from_on`,
    );
    return alarmTerms.flatMap((one) => [
      { term: one, months: givenMonths[one], source: null, from: null },
      ...set.filter((row) => row.term === one),
    ]);
  },
});

/** A past day keeps the alarms that it had. @throws `alarms.term_too_early` */
export const setTerm = defineAct({
  name: "alarms.set_term",
  permission: "alarms.set_term",
  input: z.object({
    term: z.enum(alarmTerms),
    months: z.int().min(1).max(60),
    from: plainDate,
    source: lineText.trim().min(3),
  }),
  output: z.object({}),
  async run(ctx, { term: one, months, from, source }) {
    const later = await firstRow(
      ctx.tx,
      sql<{ from: string }>`
        select from_on as from from alarm_terms where term = ${one} and from_on >= ${from}::date
        order by from_on limit 1`,
    );
    if (later !== undefined) throw alarmErrors.term_too_early({ from, later: later.from });
    await sql`
      insert into alarm_terms (term, from_on, months, source, recorded_at)
      values (${one}, ${from}, ${months}, ${source}, ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "alarm_term", id: one }, after: { months, from, source } });
    return {};
  },
});
