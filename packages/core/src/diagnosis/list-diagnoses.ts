// GET /diagnoses: one page of diagnoses, with how far each one is; and those that concern an agreement.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { defineQuery, keyText, onlyRow, rows, space } from "../kernel/index.ts";
import { diagnosisReference, state, states } from "./model.ts";
import { headColumns } from "./read-diagnosis.ts";
import { actionShown, head } from "./shown.ts";

const listed = head.extend({
  actors: z.int(),
  /** Held, of those that are planned. */
  held: z.int(),
  workshops: z.int(),
  present: z.int(),
  women: z.int(),
  findings: z.int(),
  merged: z.int(),
  actions: z.int(),
  retained: z.int(),
  rejected: z.int(),
});

const sorts = ["recorded", "title", "state", "starts"] as const;

export const listDiagnoses = defineQuery({
  name: "diagnosis.list",
  permission: "diagnosis.read",
  scope: "somewhere",
  input: z.object({
    space,
    state: state.optional(),
    /** Words of its titles, reference or place. */
    text: z.string().max(200).optional(),
    sort: z.enum(sorts).default("recorded"),
    direction: z.enum(["asc", "desc"]).default("desc"),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), diagnoses: z.array(listed) }),
  async run(ctx, { space: where, state: at, text, sort, direction, limit, offset }) {
    const kept = sql`
      from diagnoses d join territories t on t.id = d.territory_id
      where d.space = ${where} and (${at ?? null}::text is null or d.state = ${at ?? null}) and ${withWords(text)}`;
    const { total } = await onlyRow(ctx.tx, sql<{ total: number }>`select count(*) as total ${kept}`);
    const found = await rows(
      ctx.tx,
      sql<z.infer<typeof listed>>`
        with page as (
          select d.* ${kept} order by ${orderOf(sort, direction)} limit ${limit} offset ${offset}
        )
        select ${headColumns}, ${counts}
        from page d join territories t on t.id = d.territory_id
        left join agreements g on g.id = d.agreement_id
        order by ${orderOf(sort, direction)}`,
    );
    return { total, diagnoses: found };
  },
});

const attended = sql`
  from diagnosis_attendance c join diagnosis_workshops w on w.id = c.workshop_id where w.diagnosis_id = d.id`;
const counts = sql`
  (select count(*) from diagnosis_actors a where a.diagnosis_id = d.id) as actors,
  (select count(*) from diagnosis_workshops w where w.diagnosis_id = d.id) as workshops,
  (select count(*) from diagnosis_workshops w where w.diagnosis_id = d.id and w.held_on is not null) as held,
  (select coalesce(sum(c.headcount), 0)::integer ${attended}) as present,
  (select coalesce(sum(c.headcount) filter (where c.sex = 'F'), 0)::integer ${attended}) as women,
  (select count(*) from diagnosis_findings f where f.diagnosis_id = d.id) as findings,
  (select count(*) from merged_findings m where m.diagnosis_id = d.id) as merged,
  (select count(*) from diagnosis_actions x where x.diagnosis_id = d.id) as actions,
  (select count(*) from diagnosis_actions x where x.diagnosis_id = d.id and x.state = 'retained') as retained,
  (select count(*) from diagnosis_actions x where x.diagnosis_id = d.id and x.state = 'rejected') as rejected`;

function orderOf(sort: (typeof sorts)[number], direction: "asc" | "desc"): RawBuilder<unknown> {
  const way = sql.raw(direction);
  const columns = {
    recorded: sql`d.recorded_at ${way}`,
    title: sql`d.title ${way}`,
    state: sql`array_position(${[...states]}::text[], d.state) ${way}`,
    starts: sql`d.starts_on ${way} nulls last`,
  };
  return sql`${columns[sort]}, d.reference`;
}

function withWords(text: string | undefined): RawBuilder<unknown> {
  const words = (text ?? "").split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return sql`true`;
  const said = sql`concat_ws(' ', d.reference, d.title, d.title_ar, t.name_fr, t.name_ar)`;
  return sql.join(
    words.map((word) => sql`${said} ilike ${`%${word}%`}`),
    sql` and `,
  );
}

/** The diagnoses that serve an agreement, or of which an action is carried by a promise of it. */
export const diagnosesOfAgreement = defineQuery({
  name: "diagnosis.of_agreement",
  permission: "diagnosis.read",
  scope: "object",
  input: z.object({ agreement: keyText }),
  output: z.array(
    head.pick({ reference: true, title: true, titleAr: true, state: true }).extend({
      reference: diagnosisReference,
      serves: z.boolean(),
      carried: z.array(
        actionShown.pick({ number: true, words: true, wordsAr: true }).extend({ commitment: z.string() }),
      ),
    }),
  ),
  async run(ctx, given) {
    const agreement = await agreementOf(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    return rows(
      ctx.tx,
      sql`
        select d.reference, d.title, d.title_ar as "titleAr", d.state,
               d.agreement_id is not distinct from ${agreement.id}::uuid as serves,
               coalesce(c.carried, '[]') as carried
        from diagnoses d
        left join lateral (
          select json_agg(json_build_object('number', x.number, 'words', x.words, 'wordsAr', x.words_ar,
                                            'commitment', ${agreement.reference}::text || '/' || c.number)
                          order by x.number) as carried
          from diagnosis_actions x join commitments c on c.id = x.commitment_id
          where x.diagnosis_id = d.id and c.agreement_id = ${agreement.id}) c on true
        where d.agreement_id = ${agreement.id} or c.carried is not null
        order by d.recorded_at`,
    );
  },
});
