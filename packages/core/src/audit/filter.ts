// What the journal is searched by, and the condition that it makes on a row `j`.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { endOfDay, isUuid, onlyRow, plainDate, type QueryContext, rows } from "../kernel/index.ts";
import { commitmentsUnder, measures, movedBy } from "./figure.ts";

const short = z.string().trim().min(1).max(120);

export const journalFilter = z.object({
  /** A person, by her subject id: what was done to her and to her facts. */
  subject: z.uuid().optional(),
  /** An id, or the reference of an agreement, commitment, organisation, event, request or complaint. */
  object: short.optional(),
  /** Part of the name under which somebody acted. */
  actor: short.optional(),
  /** The name of an act, or of a folder for all its acts. */
  act: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)?$/, "an act as commitments.amend_target, or a folder")
    .optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
  /** The reference of a commitment or an agreement; with `measure`. */
  figure: short.optional(),
  measure: z.enum(measures).optional(),
});
export type JournalFilter = z.infer<typeof journalFilter>;

/** @throws `audit.figure_unknown`, `agreements.unknown` */
export async function conditionOf(ctx: QueryContext, given: JournalFilter): Promise<RawBuilder<boolean>> {
  const conditions: RawBuilder<boolean>[] = [
    ...(given.subject === undefined ? [] : [await aboutPerson(ctx, given.subject)]),
    ...(given.object === undefined ? [] : [await aboutObject(ctx, given.object)]),
    ...(given.figure === undefined
      ? []
      : [movedBy(given.measure ?? "realised", await commitmentsUnder(ctx.tx, given.figure))]),
    ...(given.actor === undefined
      ? []
      : [sql<boolean>`strpos(lower(j.actor_label), lower(${given.actor})) > 0`]),
    ...(given.act === undefined ? [] : [byAct(given.act)]),
    ...(given.from === undefined
      ? []
      : [sql<boolean>`j.at >= (${given.from}::date)::timestamp at time zone ${ctx.timeZone}`]),
    ...(given.to === undefined ? [] : [sql<boolean>`j.at < ${endOfDay(given.to, ctx.timeZone)}`]),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function byAct(act: string): RawBuilder<boolean> {
  return act.includes(".")
    ? sql<boolean>`j.act = ${act}`
    : sql<boolean>`j.act >= ${`${act}.`} and j.act < ${`${act}/`}`;
}

async function aboutPerson({ tx }: QueryContext, subject: string): Promise<RawBuilder<boolean>> {
  const { members } = await onlyRow(
    tx,
    sql<{ members: string[] }>`select members_of(root_of(${subject}::uuid)) as members`,
  );
  return sql<boolean>`(j.object_id = any(${members}::text[]) or j.id in (
    select f.journal_id from facts f where f.subject_id = any(${members}::uuid[])
    union select e.journal_id from fact_entries e join facts f on f.id = e.fact_id
          where f.subject_id = any(${members}::uuid[])))`;
}

/** Of an agreement also what was done to its commitments and contributions. */
async function aboutObject({ tx }: QueryContext, object: string): Promise<RawBuilder<boolean>> {
  if (isUuid(object)) return sql<boolean>`j.object_id = ${object}`;
  const found = await rows(
    tx,
    sql<{ id: string }>`
      with named as (select id from agreements where reference = ${object})
      select id::text from named
      union all select c.id::text from commitments c join named n on n.id = c.agreement_id
      union all select m.id::text from contributions m join named n on n.id = m.agreement_id
      union all select c.id::text from commitments c join agreements a on a.id = c.agreement_id
                where a.reference || '/' || c.number = ${object}
      union all select id::text from organisations where reference = ${object}
      union all select id::text from events where reference = ${object}`,
  );
  return sql<boolean>`j.object_id = any(${[object, ...found.map(({ id }) => id)]}::text[])`;
}
