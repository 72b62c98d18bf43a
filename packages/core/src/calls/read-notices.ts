// The calls that were opened, as everybody reads them before there is a result: who calls, for whom, for how much, until
// when, what is asked and how it is judged. A draft is not among them, nor who applied.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import {
  type Context,
  type Db,
  dayOf,
  defineQuery,
  formatMoney,
  plainDate,
  rows,
  space,
} from "../kernel/index.ts";
import { organisationKind } from "../organisations/index.ts";
import { callErrors } from "./errors.ts";
import { askedDocument, type CallState, callReference, criterion, takesOn } from "./model.ts";

const names = z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() });

/** Whether files are taken today: not yet, now, no longer, or never. */
const reception = z.enum(["coming", "taking", "over", "cancelled"]);

const notice = z.object({
  ...{ reference: z.string(), space, reception, title: names, purpose: z.string().nullable() },
  ...{ launchedBy: names, territory: names, provinces: z.array(names) },
  kinds: z.array(organisationKind),
  ...{ currency: z.string(), envelope: z.string(), ceiling: z.string(), ownSharePercent: z.int() },
  ...{ opensOn: plainDate, closesOn: plainDate },
  /** In which the last day ends (IANA). */
  timeZone: z.string(),
  contact: z.string().nullable(),
  passMark: z.int().nullable(),
  criteria: z.array(criterion.extend({ number: z.int() })),
  documents: z.array(askedDocument.extend({ number: z.int() })),
});
export type CallNotice = z.output<typeof notice>;

type Row = Omit<CallNotice, "reception" | "timeZone"> & { readonly state: CallState };

const organisationNames = sql`json_build_object('fr', o.name, 'ar', o.name_ar, 'en', o.name_en)`;
const placeNames = sql`json_build_object('fr', p.name_fr, 'ar', p.name_ar, 'en', p.name_en)`;

/** Without its result: what is published says that better. Amounts in minor units until they are written out. */
const noticesWhere = (db: Db, where: RawBuilder<unknown>): Promise<Row[]> =>
  rows(
    db,
    sql<Row>`
      select c.reference, c.space, c.state, json_build_object('fr', t.title, 'ar', t.title_ar, 'en', null) as title,
             t.purpose, t.contact, ${organisationNames} as "launchedBy",
             (select ${placeNames} from territories p where p.id = c.territory_id) as territory,
             coalesce((select json_agg(${placeNames} order by p.code) from territories p where p.id = any(t.provinces)),
                      '[]') as provinces,
             t.kinds, t.currency, t.envelope_minor::text as envelope, t.ceiling_minor::text as ceiling,
             t.own_share_percent as "ownSharePercent", t.opens_on as "opensOn", t.closes_on as "closesOn",
             t.pass_mark as "passMark",
             (select json_agg(json_build_object('number', number, 'label', label, 'labelAr', label_ar, 'weight', weight,
                                                'scale', scale, 'atLeast', at_least) order by number)
              from call_criteria where call_id = c.id and version = c.version) as criteria,
             coalesce((select json_agg(json_build_object('number', number, 'label', label, 'labelAr', label_ar,
                                                         'required', required) order by number)
                       from call_documents where call_id = c.id and version = c.version), '[]') as documents
      from calls c join call_terms t on t.call_id = c.id and t.version = c.version
      join organisations o on o.id = c.launched_by
      where c.public_from is not null and c.state <> 'published' and ${where} order by t.closes_on, c.reference`,
  );

function told({ state, ...row }: Row, { clock, timeZone }: Pick<Context, "clock" | "timeZone">): CallNotice {
  const today = dayOf(clock.now(), timeZone);
  const money = (minor: string) => formatMoney({ minor: BigInt(minor), currency: row.currency });
  const opened = takesOn(today, row) ? "taking" : today < row.opensOn ? "coming" : "over";
  const reception = state === "open" ? opened : state === "cancelled" ? "cancelled" : "over";
  return { ...row, reception, timeZone, envelope: money(row.envelope), ceiling: money(row.ceiling) };
}

export const listNotices = defineQuery({
  name: "calls.notices",
  permission: "call_notices.read",
  scope: "somewhere",
  input: z.object({}),
  output: z.object({ notices: z.array(notice) }),
  async run(ctx) {
    const found = await noticesWhere(ctx.tx, sql`c.state <> 'cancelled'`);
    return { notices: found.map((row) => told(row, ctx)) };
  },
});

/** One that was cancelled says so at its address. @throws `calls.notice_unknown` */
export const readNotice = defineQuery({
  name: "calls.notice",
  permission: "call_notices.read",
  scope: "somewhere",
  input: z.object({ call: callReference }),
  output: notice,
  async run(ctx, { call }) {
    const [found] = await noticesWhere(ctx.tx, sql`c.reference = ${call}`);
    if (found === undefined) throw callErrors.notice_unknown({ call });
    return told(found, ctx);
  },
});
