// The calls of a space with how many applied, and one call with what it says.
import { sql } from "kysely";
import { z } from "zod";
import {
  type Db,
  dayOf,
  defineQuery,
  formatMoney,
  objectScope,
  plainDate,
  rows,
  space,
} from "../kernel/index.ts";
import { type NamedParty, namedParty, namedPartyOfO, organisationKind } from "../organisations/index.ts";
import { callSteps, stepsFrom } from "./lifecycle.ts";
import { askedDocument, callKey, callState, criterion, takesOn, verdict } from "./model.ts";
import { pointsOf } from "./rank.ts";
import { type CallRow, callOf, criteriaOf, documentsOf } from "./store.ts";
import { ownInvitation, requireInvited } from "./whose.ts";

const place = z.object({
  id: z.uuid(),
  name: z.object({ fr: z.string(), ar: z.string(), en: z.string().nullable() }),
});

const listed = z.object({
  reference: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  state: callState,
  launchedBy: namedParty,
  agreement: z
    .object({ reference: z.string(), title: z.string(), titleAr: z.string().nullable() })
    .nullable(),
  currency: z.string(),
  envelope: z.string(),
  ceiling: z.string(),
  opensOn: plainDate,
  closesOn: plainDate,
  /** Open, and today is one of its days. */
  isTaking: z.boolean(),
  received: z.int(),
  accepted: z.int(),
});

interface ListedRow {
  readonly reference: string;
  readonly title: string;
  readonly titleAr: string | null;
  readonly state: CallRow["state"];
  readonly launchedBy: NamedParty;
  readonly agreement: { reference: string; title: string; titleAr: string | null } | null;
  readonly currency: string;
  readonly envelope: string;
  readonly ceiling: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly received: number;
  readonly accepted: number;
}

/** What a list says of each call; a call whose agreement is not seen has none to name. */
async function list(
  db: Db,
  today: string,
  where: ReturnType<typeof sql>,
): Promise<z.output<typeof listed>[]> {
  const found = await rows(
    db,
    sql<ListedRow>`
      select c.reference, t.title, t.title_ar as "titleAr", c.state, t.currency, t.envelope_minor::text as envelope,
             t.ceiling_minor::text as ceiling, t.opens_on as "opensOn", t.closes_on as "closesOn",
             ${namedPartyOfO} as "launchedBy",
             case when a.id is not null then json_build_object('reference', a.reference, 'title', a.title,
                                                              'titleAr', a.title_ar) end as agreement,
             (select count(*)::int from call_applications p where p.call_id = c.id and p.state = 'submitted') as received,
             (select count(*)::int from call_verdicts v where v.call_id = c.id and v.verdict = 'accepted') as accepted
      from calls c join call_terms t on t.call_id = c.id and t.version = c.version
      join organisations o on o.id = c.launched_by left join agreements a on a.id = c.agreement_id
      where ${where} order by t.closes_on desc, c.reference`,
  );
  return found.map((row) => {
    const money = (minor: string) => formatMoney({ minor: BigInt(minor), currency: row.currency });
    const isTaking = row.state === "open" && takesOn(today, row);
    return { ...row, envelope: money(row.envelope), ceiling: money(row.ceiling), isTaking };
  });
}

export const listCalls = defineQuery({
  name: "calls.list",
  permission: "calls.read",
  scope: "somewhere",
  input: z.object({ space }),
  output: z.object({ calls: z.array(listed) }),
  async run(ctx, { space: wanted }) {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    return { calls: await list(ctx.tx, today, sql`c.space = ${wanted}`) };
  },
});

/** What is open to an organisation that may apply, and what was. */
export const listOpenCalls = defineQuery({
  name: "calls.list_open",
  permission: "calls.read_open",
  scope: "somewhere",
  input: z.object({ space }),
  output: z.object({ calls: z.array(listed.omit({ received: true })) }),
  async run(ctx, { space: wanted }) {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const only = (await ownInvitation(ctx))?.call_id ?? null;
    const calls = await list(
      ctx.tx,
      today,
      sql`c.space = ${wanted} and c.public_from is not null and (${only}::uuid is null or c.id = ${only})`,
    );
    return { calls: calls.map(({ received: _, ...call }) => call) };
  },
});

const inFull = listed.extend({
  id: z.uuid(),
  space,
  version: z.int(),
  purpose: z.string().nullable(),
  contact: z.string().nullable(),
  territory: place,
  provinces: z.array(place),
  kinds: z.array(organisationKind),
  ownSharePercent: z.int(),
  passMark: z.int().nullable(),
  disagreementPercent: z.int(),
  criteria: z.array(criterion.extend({ number: z.int() })),
  documents: z.array(askedDocument.extend({ number: z.int() })),
  decidedOn: plainDate.nullable(),
  event: z.string().nullable(),
  states: z.array(z.object({ to: callState, at: z.date(), reason: z.string().nullable(), by: z.string() })),
});
const result = z.object({
  title: z.string(),
  organisation: namedParty,
  rank: z.int().nullable(),
  score: z.string().nullable(),
  verdict,
  departs: z.boolean(),
  reason: z.string().nullable(),
  granted: z.string().nullable(),
});

async function inFullOf(db: Db, today: string, call: CallRow) {
  const [head] = await list(db, today, sql`c.id = ${call.id}`);
  if (head === undefined) throw new Error("a call that was read is there");
  const places = await rows(
    db,
    sql<z.output<typeof place>>`
      select id, json_build_object('fr', name_fr, 'ar', name_ar, 'en', name_en) as name from territories
      where id = any(${[call.territory_id, ...call.provinces]}::uuid[]) order by code`,
  );
  const territory = places.find(({ id }) => id === call.territory_id);
  if (territory === undefined) throw new Error("a call has a territory");
  const states = await rows(
    db,
    sql<{ to: CallRow["state"]; at: Date; reason: string | null; by: string }>`
      select to_state as to, recorded_at as at, reason, actor_label as by from call_states
      where call_id = ${call.id} order by recorded_at, id`,
  );
  const [event] = await rows(
    db,
    sql<{ reference: string }>`select reference from events where id = ${call.event_id}`,
  );
  return {
    ...head,
    ...{
      id: call.id,
      space: call.space,
      version: call.version,
      purpose: call.purpose,
      contact: call.contact,
      territory,
    },
    provinces: places.filter(({ id }) => call.provinces.includes(id)),
    ...{ kinds: [...call.kinds], ownSharePercent: call.own_share_percent, passMark: call.pass_mark },
    disagreementPercent: call.disagreement_percent,
    ...{ criteria: await criteriaOf(db, call), documents: await documentsOf(db, call) },
    ...{ decidedOn: call.decided_on, event: event?.reference ?? null, states },
  };
}

/** @throws `calls.unknown` */
export const readCall = defineQuery({
  name: "calls.call",
  permission: "calls.read",
  scope: "object",
  input: z.object({ call: callKey }),
  output: inFull.extend({ steps: z.array(z.enum(callSteps)) }),
  async run(ctx, { call: key }) {
    const call = await callOf(ctx.tx, key);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    return { ...(await inFullOf(ctx.tx, today, call)), steps: stepsFrom(call.state) };
  },
});

/** A call that was opened, as whoever may apply reads it; once published, with its result. @throws `calls.unknown` */
export const readOpenCall = defineQuery({
  name: "calls.open_call",
  permission: "calls.read_open",
  scope: "somewhere",
  input: z.object({ call: callKey }),
  output: inFull.omit({ received: true, states: true, event: true }).extend({ results: z.array(result) }),
  async run(ctx, { call: key }) {
    const call = await callOf(ctx.tx, key);
    await requireInvited(ctx, call);
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const { received: _, states: __, event: ___, ...shown } = await inFullOf(ctx.tx, today, call);
    return { ...shown, results: await resultsOf(ctx.tx, call) };
  },
});

interface ResultRow extends Omit<z.output<typeof result>, "score" | "granted"> {
  readonly hundredths: number | null;
  readonly minor: string | null;
}

/** The public list: whoever was not accepted is told to itself and not to others. */
async function resultsOf(db: Db, call: CallRow): Promise<z.output<typeof result>[]> {
  if (call.state !== "published") return [];
  const found = await rows(
    db,
    sql<ResultRow>`
      select v.title, ${namedPartyOfO} as organisation, v.rank, v.score_hundredths as hundredths, v.verdict,
             v.verdict <> v.proposed as departs, v.reason, v.granted_minor::text as minor
      from call_verdicts v join organisations o on o.id = v.organisation_id
      where v.call_id = ${call.id}
        and (v.verdict <> 'rejected' or exists (select from call_applications p where p.id = v.application_id))
      order by v.rank nulls last, o.name`,
  );
  return found.map(({ hundredths, minor, ...row }) => ({
    ...row,
    score: hundredths === null ? null : pointsOf(hundredths),
    granted: minor === null ? null : formatMoney({ minor: BigInt(minor), currency: call.currency }),
  }));
}
