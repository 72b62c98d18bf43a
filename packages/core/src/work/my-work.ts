// GET /work: all questions of all folders in one statement, for the one who asks.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import {
  type Actor,
  type Db,
  dayOf,
  defineQuery,
  firstRow,
  maySomewhere,
  type QueryContext,
  rows,
  type Space,
  space,
  type WorkAsked,
} from "../kernel/index.ts";

const urgency = z.enum(["late", "waiting", "changed"]);

export const workEntry = z.object({
  key: z.string(),
  urgency,
  /** The message that says what to do, `folder.key`, and its values. */
  says: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  reference: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** Since when it waits, or when it changed. */
  at: z.string().nullable(),
  /** The address of the screen where it is done. */
  place: z.string(),
});
export type WorkEntry = z.infer<typeof workEntry>;

const counts = z.object({ late: z.int(), waiting: z.int(), changed: z.int() });

export const myWork = defineQuery({
  name: "work.mine",
  permission: "work.read",
  scope: "somewhere",
  input: z.object({
    space,
    urgency: urgency.optional(),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({
    counts,
    /** Of those asked for. */
    total: z.int(),
    entries: z.array(workEntry),
    /** From when on something is a change: when she last looked, or a while ago. */
    since: z.string(),
  }),
  async run(ctx, input) {
    const { all, since } = await asked(ctx, input.space);
    if (all === null)
      return {
        counts: { late: 0, waiting: 0, changed: 0 },
        total: 0,
        entries: [],
        since: since.toISOString(),
      };
    const found = await rows(
      ctx.tx,
      sql<{ counts: z.infer<typeof counts>; entry: WorkEntry | null }>`
        with mine as materialized (
          select agreement_id, role from held_agreements(${JSON.stringify(heldBy(ctx.actor))}::jsonb)
        ),
        entries (says, params, urgency, key, reference, title, title_ar, title_en, due_on, at, place) as materialized (${all}),
        page as (
          select * from entries where ${input.urgency ?? null}::text is null or urgency = ${input.urgency ?? null}
          order by ${order} limit ${input.limit} offset ${input.offset}
        )
        select (select jsonb_build_object('late', count(*) filter (where urgency = 'late'),
                                          'waiting', count(*) filter (where urgency = 'waiting'),
                                          'changed', count(*) filter (where urgency = 'changed')) from entries) as counts,
               case when key is not null then
                 jsonb_build_object('key', key, 'urgency', urgency, 'says', says, 'params', params,
                                    'reference', reference, 'title', title, 'titleAr', title_ar, 'titleEn', title_en,
                                    'dueOn', due_on, 'at', at, 'place', place) end as entry
        from (select) one left join page on true
        order by ${order}`,
    );
    const [first] = found;
    const counted = first?.counts ?? { late: 0, waiting: 0, changed: 0 };
    const total = input.urgency ? counted[input.urgency] : counted.late + counted.waiting + counted.changed;
    return {
      ...{ counts: counted, total, since: since.toISOString() },
      entries: found.flatMap(({ entry }) => entry ?? []),
    };
  },
});

const order = sql`
  array_position(array['late', 'waiting', 'changed'], urgency), due_on nulls last, at desc nulls last, key`;

/** The statement over all questions to which she has the right; null when there is none. */
async function asked(ctx: QueryContext, where: Space) {
  const since = await lookedAt(ctx.tx, ctx.actor, where, ctx.clock.now());
  const asking: WorkAsked = {
    ...{
      space: where,
      since,
      day: dayOf(ctx.clock.now(), ctx.timeZone),
      timeZone: ctx.timeZone,
      mine: sql`mine`,
    },
    actor: ctx.actor.id,
    organisations: ctx.actor.grants.flatMap(({ organisation }) => organisation ?? []),
  };
  const questions = ctx.work.filter(({ permission }) => maySomewhere(ctx.actor, permission));
  const each = questions.map(({ rows: of }): RawBuilder<unknown> => sql`(${of(asking)})`);
  return { since, all: each.length === 0 ? null : sql.join(each, sql` union all `) };
}

/** Somebody who never looked sees what changed in the last month. */
const monthBefore = (now: Date) => new Date(now.getTime() - 30 * 86_400_000);

async function lookedAt(db: Db, { id }: Actor, where: Space, now: Date): Promise<Date> {
  const found = await firstRow(
    db,
    sql<{ at: Date }>`select looked_at as at from work_looks where actor = ${id} and space = ${where}`,
  );
  return found?.at ?? monthBefore(now);
}

/** Her roles with their places. Who may do everything without a role carries the files, as an officer does. */
const heldBy = ({ grants }: Actor) =>
  grants.flatMap(({ role, permissions, organisation, territory, agreement }) => {
    const held = role ?? (permissions.includes("*") ? "R1" : null);
    return held === null ? [] : [{ role: held, organisation, territory, agreement }];
  });
