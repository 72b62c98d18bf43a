// Who was asked for what, and whether the answer came.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { defineQuery, plainDate, rows } from "../kernel/index.ts";

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
