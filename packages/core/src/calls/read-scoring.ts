// An assessor's desk: what she has to judge, with her own marks; and for the owner how far everybody is.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, formatMoney, objectScope, rows } from "../kernel/index.ts";
import { applicationPromise, callKey, callState, criterion } from "./model.ts";
import { callOf, criteriaOf, submittedTo } from "./store.ts";

const ownMark = z.object({ criterion: z.int(), mark: z.int(), reason: z.string() });
const toJudge = z.object({
  id: z.uuid(),
  receipt: z.string(),
  title: z.string(),
  organisation: z.string(),
  summary: z.string().nullable(),
  asked: z.string(),
  own: z.string(),
  promises: z.array(applicationPromise),
  files: z.array(z.object({ number: z.int(), name: z.string() })),
  /** What she declared; she does not judge this one. */
  interest: z.string().nullable(),
  marks: z.array(ownMark),
});
const assessor = z.object({
  user: z.uuid(),
  name: z.string(),
  hasStated: z.boolean(),
  handedInAt: z.date().nullable(),
  /** Applications marked on every criterion, of those that she may judge. */
  marked: z.int(),
  of: z.int(),
});

interface MarksRow {
  readonly application: string;
  readonly interest: string | null;
  readonly marks: readonly z.output<typeof ownMark>[];
  readonly promises: readonly z.output<typeof applicationPromise>[];
  readonly files: readonly { readonly number: number; readonly name: string }[];
}

/** @throws `calls.unknown` */
export const readScoring = defineQuery({
  name: "calls.scoring",
  permission: "calls.score",
  scope: "object",
  input: z.object({ call: callKey }),
  output: z.object({
    call: z.string(),
    title: z.string(),
    state: callState,
    currency: z.string(),
    criteria: z.array(criterion.extend({ number: z.int() })),
    /** Whether the actor is named; what follows is hers. */
    isAssessor: z.boolean(),
    hasStated: z.boolean(),
    handedInAt: z.date().nullable(),
    applications: z.array(toJudge),
  }),
  async run(ctx, { call: key }) {
    const call = await callOf(ctx.tx, key);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    const [me] = await rows(
      ctx.tx,
      sql<{ stated: Date | null; handed: Date | null }>`
        select stated_at as stated, handed_in_at as handed from call_assessors
        where call_id = ${call.id} and user_id::text = ${ctx.actor.id}`,
    );
    const admitted = (await submittedTo(ctx.tx, call.id)).filter((one) => one.admitted === true);
    const own = await ownMarks(ctx, call.id);
    const money = (minor: string | null) =>
      formatMoney({ minor: BigInt(minor ?? 0), currency: call.currency });
    const applications = admitted.map((one) => {
      const more = own.find(({ application }) => application === one.id);
      return {
        ...{ id: one.id, receipt: `${call.reference}/${one.number}`, title: one.title ?? "" },
        ...{ organisation: one.organisation, summary: one.summary },
        ...{ asked: money(one.asked_minor), own: money(one.own_minor), interest: more?.interest ?? null },
        promises: [...(more?.promises ?? [])],
        ...{ files: [...(more?.files ?? [])], marks: [...(more?.marks ?? [])] },
      };
    });
    return {
      ...{ call: call.reference, title: call.title, state: call.state, currency: call.currency },
      criteria: await criteriaOf(ctx.tx, call),
      ...{ isAssessor: me !== undefined, hasStated: Boolean(me?.stated), handedInAt: me?.handed ?? null },
      applications: me === undefined ? [] : applications,
    };
  },
});

const ownMarks = (
  ctx: { readonly tx: Parameters<typeof rows>[0]; readonly actor: { readonly id: string } },
  call: string,
) =>
  rows(
    ctx.tx,
    sql<MarksRow>`
      select p.id as application,
             (select i.nature from call_interests i
              where i.application_id = p.id and i.assessor_id::text = ${ctx.actor.id}) as interest,
             array(select json_build_object('criterion', l.criterion, 'mark', l.mark, 'reason', l.reason) from (
                     select distinct on (m.criterion) m.criterion, m.mark, m.reason from call_marks m
                     where m.application_id = p.id and m.assessor_id::text = ${ctx.actor.id}
                     order by m.criterion, m.round desc) l) as marks,
             array(select json_build_object('indicator', w.indicator, 'quantity', w.quantity, 'wording', w.wording)
                   from call_application_promises w where w.application_id = p.id order by w.number) as promises,
             array(select json_build_object('number', f.number, 'name', d.title)
                   from call_application_files f join documents d on d.id = f.document_id
                   where f.application_id = p.id order by f.number) as files
      from call_applications p where p.call_id = ${call}`,
  );

/** Who judges, and how far each is; no mark. */
export const listAssessors = defineQuery({
  name: "calls.assessors",
  permission: "calls.read",
  scope: "object",
  input: z.object({ call: callKey }),
  output: z.object({
    assessors: z.array(assessor),
    interests: z.array(z.object({ assessor: z.string(), receipt: z.string(), nature: z.string() })),
  }),
  async run(ctx, { call: key }) {
    const call = await callOf(ctx.tx, key);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    const criteria = await criteriaOf(ctx.tx, call);
    const assessors = await rows(
      ctx.tx,
      sql<z.output<typeof assessor>>`
        select a.user_id as user, a.name, a.stated_at is not null as "hasStated", a.handed_in_at as "handedInAt",
               (select count(*)::int from marking_progress(${call.id}) g
                where g.assessor_id = a.user_id and g.marked = ${criteria.length}::int) as marked,
               (select count(*)::int from call_applications p
                where p.call_id = a.call_id and p.state = 'submitted' and p.admitted
                  and not exists (select from call_interests i
                                  where i.application_id = p.id and i.assessor_id = a.user_id)) as of
        from call_assessors a where a.call_id = ${call.id} order by lower(a.name), a.user_id`,
    );
    const interests = await rows(
      ctx.tx,
      sql<{ assessor: string; receipt: string; nature: string }>`
        select a.name as assessor, ${call.reference} || '/' || p.number as receipt, i.nature
        from call_interests i join call_applications p on p.id = i.application_id
        join call_assessors a on a.call_id = p.call_id and a.user_id = i.assessor_id
        where p.call_id = ${call.id} order by p.number, a.name`,
    );
    return { assessors, interests };
  },
});
