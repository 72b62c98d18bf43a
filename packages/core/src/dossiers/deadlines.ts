// Within how many days a request is answered: a setting of the installation with the text it rests on, from a day on.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineAct, defineQuery, firstRow, lineText, plainDate, rows } from "../kernel/index.ts";
import { dossierErrors } from "./errors.ts";
import { type Deadline, givenDeadlines, type RequestKind, requestKinds } from "./model.ts";

/** The term that holds for a request received on that day. */
export async function deadlineFor(db: Db, kind: RequestKind, receivedOn: string): Promise<Deadline> {
  const set = await firstRow(
    db,
    sql<Deadline>`
      select days, source from request_deadlines where kind = ${kind} and from_on <= ${receivedOn}::date
      order by from_on desc limit 1`,
  );
  return set ?? givenDeadlines[kind];
}

const listed = z.object({
  kind: z.enum(requestKinds),
  days: z.int(),
  /** The text on which the term rests. */
  source: z.string(),
  /** The first day of receipt for which it holds; null: as it comes. */
  from: plainDate.nullable(),
});

export const listDeadlines = defineQuery({
  name: "dossiers.deadlines",
  permission: "person_requests.read",
  input: z.object({}),
  output: z.array(listed),
  async run(ctx) {
    const set = await rows(
      ctx.tx,
      sql<z.output<typeof listed>>`
        select kind, days, source, from_on as from from request_deadlines order by kind, from_on`,
    );
    return requestKinds.flatMap((kind) => [
      { kind, ...givenDeadlines[kind], from: null },
      ...set.filter((row) => row.kind === kind),
    ]);
  },
});

/** Requests that are under way keep the deadline of their day of receipt. @throws `dossiers.deadline_too_early` */
export const setDeadline = defineAct({
  name: "dossiers.set_deadline",
  permission: "person_requests.handle",
  input: z.object({
    kind: z.enum(requestKinds),
    days: z.int().min(1).max(90),
    from: plainDate,
    source: lineText.trim().min(3),
  }),
  output: z.object({}),
  async run(ctx, { kind, days, from, source }) {
    const before = await deadlineFor(ctx.tx, kind, from);
    const later = await firstRow(
      ctx.tx,
      sql<{ from: string }>`
        select from_on as from from request_deadlines where kind = ${kind} and from_on >= ${from}::date
        order by from_on limit 1`,
    );
    if (later !== undefined) throw dossierErrors.deadline_too_early({ from, later: later.from });
    await sql`
      insert into request_deadlines (kind, from_on, days, source, recorded_at)
      values (${kind}, ${from}, ${days}, ${source}, ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "request_deadline", id: kind },
      before,
      after: { days, from, source },
    });
    return {};
  },
});
