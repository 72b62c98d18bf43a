// Who was asked for what, and whether the answer came.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { dayOf, defineQuery, plainDate, rows, space } from "../kernel/index.ts";

const listed = z.object({
  id: z.uuid(),
  organisation: z.string(),
  addressee: z.string(),
  period: z.object({ from: plainDate, to: plainDate }),
  dueOn: plainDate,
  askedBy: z.string(),
  askedAt: z.date(),
  answeredAt: z.date().nullable(),
});

const everywhere = listed.extend({
  agreement: z.string(),
  title: z.string(),
  hasMail: z.boolean(),
  isLate: z.boolean(),
});

/** GET: what partners were asked for in the asker's places: what is late first, then what waits, then what came. */
export const declarationRequests = defineQuery({
  name: "requests.list",
  permission: "requests.read",
  scope: "somewhere",
  input: z.object({
    space: space.default("real"),
    state: z.enum(["open", "late", "answered"]).default("open"),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), requests: z.array(everywhere) }),
  async run(ctx, { space: of, state, limit, offset }) {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const wanted = {
      open: sql`r.answered_at is null`,
      late: sql`r.answered_at is null and r.due_on < ${today}`,
      answered: sql`r.answered_at is not null`,
    }[state];
    const found = await rows(
      ctx.tx,
      sql<z.output<typeof everywhere> & { total: number }>`
        select r.id, o.name as organisation, r.addressee, r.due_on as "dueOn", r.asked_by_label as "askedBy",
               r.asked_at as "askedAt", r.answered_at as "answeredAt", a.reference as agreement, a.title,
               json_build_object('from', r.period_from, 'to', r.period_to) as period, f.mail is not null as "hasMail",
               r.answered_at is null and r.due_on < ${today} as "isLate", count(*) over () as total
        from declaration_requests r join organisations o on o.id = r.organisation_id
        join agreements a on a.id = r.agreement_id
        left join focal_points f on f.id = r.focal_point_id and f.active
        where r.space = ${of} and ${wanted}
          and (sees_all('requests') or r.agreement_id in (select seen_agreements('requests')))
        order by r.answered_at desc nulls first, r.due_on, r.id limit ${limit} offset ${offset}`,
    );
    return { total: found[0]?.total ?? 0, requests: found.map(({ total, ...one }) => one) };
  },
});

export const requestsOfAgreement = defineQuery({
  name: "requests.of_agreement",
  permission: "requests.read",
  scope: "object",
  input: z.object({ agreement: z.string().min(1).max(40) }),
  output: z.array(listed),
  async run(ctx, { agreement: key }) {
    const agreement = await agreementOf(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    return rows(
      ctx.tx,
      sql<z.output<typeof listed>>`
        select r.id, o.name as organisation, r.addressee, r.due_on as "dueOn", r.asked_by_label as "askedBy",
               r.asked_at as "askedAt", r.answered_at as "answeredAt",
               json_build_object('from', r.period_from, 'to', r.period_to) as period
        from declaration_requests r join organisations o on o.id = r.organisation_id
        where r.agreement_id = ${agreement.id} order by r.asked_at desc, r.id`,
    );
  },
});
