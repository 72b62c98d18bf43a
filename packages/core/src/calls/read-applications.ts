// Applications: all of a call for who takes them in, one in full, and an organisation's own with what it was answered.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, formatMoney, objectScope, plainDate, rows, space } from "../kernel/index.ts";
import { type NamedParty, namedParty } from "../organisations/index.ts";
import { applicationPromise, applicationState, callKey, callState, missingPart, verdict } from "./model.ts";
import { pointsOf } from "./rank.ts";
import {
  type ApplicationRow,
  applicationOf,
  applicationsWhere,
  type CallRow,
  callOf,
  type DocumentRow,
  documentsOf,
  lackedBy,
} from "./store.ts";
import { ownInvitation, ownOrganisations, requireInvited, scopeAsked } from "./whose.ts";

const listed = z.object({
  id: z.uuid(),
  receipt: z.string().nullable(),
  state: applicationState,
  title: z.string().nullable(),
  organisation: z.object({ reference: z.string(), name: z.string() }),
  asked: z.string().nullable(),
  own: z.string().nullable(),
  submittedAt: z.date().nullable(),
  /** Of one that came on paper. */
  receivedOn: plainDate.nullable(),
  missing: z.array(missingPart),
  admitted: z.boolean().nullable(),
  screenedWhy: z.string().nullable(),
  agreement: z.string().nullable(),
});
type Listed = z.output<typeof listed>;

interface MoreRow {
  readonly id: string;
  readonly reference: string;
  readonly submittedAt: Date | null;
  readonly agreement: string | null;
}

/** What every list says of applications beside their own row. */
async function listedOf(db: Db, call: CallRow, found: readonly ApplicationRow[]): Promise<Listed[]> {
  const documents = await documentsOf(db, call);
  const more = await rows(
    db,
    sql<MoreRow>`
      select p.id, o.reference, p.submitted_at as "submittedAt", a.reference as agreement
      from call_applications p join organisations o on o.id = p.organisation_id
      left join agreements a on a.id = p.agreement_id where p.id = any(${found.map(({ id }) => id)}::uuid[])`,
  );
  const byId = new Map(more.map((row) => [row.id, row]));
  return found.map((one) => readable(call, one, documents, byId.get(one.id)));
}

function readable(
  call: CallRow,
  one: ApplicationRow,
  documents: readonly DocumentRow[],
  more: MoreRow | undefined,
): Listed {
  const money = (minor: string | null) =>
    minor === null ? null : formatMoney({ minor: BigInt(minor), currency: call.currency });
  return {
    ...{ id: one.id, state: one.state, title: one.title, receivedOn: one.received_on },
    receipt: one.number === null ? null : `${call.reference}/${one.number}`,
    organisation: { reference: more?.reference ?? "", name: one.organisation },
    ...{ asked: money(one.asked_minor), own: money(one.own_minor) },
    ...{ submittedAt: more?.submittedAt ?? null, agreement: more?.agreement ?? null },
    missing: lackedBy(call, one, documents),
    ...{ admitted: one.admitted, screenedWhy: one.screened_why },
  };
}

/** What was given in, and what advisers are entering; drafts of partners are theirs and are only counted. */
export const listApplications = defineQuery({
  name: "calls.applications",
  permission: "calls.read",
  scope: "object",
  input: z.object({ call: callKey }),
  output: z.object({ currency: z.string(), drafts: z.int(), applications: z.array(listed) }),
  async run(ctx, { call: key }) {
    const call = await callOf(ctx.tx, key);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    const all = await applicationsWhere(ctx.tx, sql`p.call_id = ${call.id}`);
    const shown = all.filter(({ state, received_on }) => state !== "draft" || received_on !== null);
    const applications = await listedOf(ctx.tx, call, shown);
    return { currency: call.currency, drafts: all.length - shown.length, applications };
  },
});

const inFull = listed.extend({
  space,
  call: z.string(),
  callState,
  currency: z.string(),
  revision: z.int(),
  summary: z.string().nullable(),
  places: z.array(z.uuid()),
  promises: z.array(applicationPromise),
  files: z.array(z.object({ number: z.int(), name: z.string(), givenAt: z.date() })),
  documents: z.array(
    z.object({ number: z.int(), label: z.string(), labelAr: z.string().nullable(), required: z.boolean() }),
  ),
});

async function inFullOf(db: Db, application: ApplicationRow): Promise<z.output<typeof inFull>> {
  const call = await callOf(db, application.call_id);
  const [head] = await listedOf(db, call, [application]);
  if (head === undefined) throw new Error("an application that was read is there");
  const promises = await rows(
    db,
    sql<z.output<typeof applicationPromise>>`
      select indicator, quantity, wording from call_application_promises
      where application_id = ${application.id} order by number`,
  );
  const files = await rows(
    db,
    sql<{ number: number; name: string; givenAt: Date }>`
      select f.number, d.title as name, f.given_at as "givenAt"
      from call_application_files f join documents d on d.id = f.document_id
      where f.application_id = ${application.id} order by f.number`,
  );
  return {
    ...head,
    ...{ space: call.space, call: call.reference, callState: call.state, currency: call.currency },
    ...{ revision: application.revision, summary: application.summary, places: [...application.places] },
    ...{ promises, files, documents: await documentsOf(db, call) },
  };
}

const answer = z.object({
  verdict,
  rank: z.int().nullable(),
  score: z.string().nullable(),
  reason: z.string().nullable(),
  granted: z.string().nullable(),
});

interface AnswerRow {
  readonly verdict: z.output<typeof verdict>;
  readonly rank: number | null;
  readonly hundredths: number | null;
  readonly reason: string | null;
  readonly minor: string | null;
}

/** What the committee answered, if it did. */
async function answerTo(db: Db, id: string, currency: string): Promise<z.output<typeof answer> | null> {
  const [found] = await rows(
    db,
    sql<AnswerRow>`
      select verdict, rank, score_hundredths as hundredths, reason, granted_minor::text as minor
      from call_verdicts where application_id = ${id}`,
  );
  return found === undefined ? null : answerOf(found, currency);
}

/** @throws `calls.application_unknown` */
export const readApplication = defineQuery({
  name: "calls.application",
  permission: "calls.read",
  scope: "object",
  input: z.object({ application: z.uuid() }),
  /** The answer from the day of the decision on. */
  output: inFull.extend({ answer: answer.nullable() }),
  async run(ctx, { application: id }) {
    const application = await applicationOf(ctx.tx, id);
    ctx.authorise(await objectScope(ctx.tx, id));
    const full = await inFullOf(ctx.tx, application);
    return { ...full, answer: await answerTo(ctx.tx, id, full.currency) };
  },
});

/** An organisation's own application; its answer once the result is published. @throws `calls.application_unknown` */
export const readOwnApplication = defineQuery({
  name: "calls.own_application",
  permission: "calls.apply",
  scope: "object",
  input: z.object({ application: z.uuid() }),
  output: inFull.extend({ answer: answer.nullable() }),
  async run(ctx, { application: id }) {
    const application = await applicationOf(ctx.tx, id);
    ctx.authorise(await scopeAsked(ctx.tx, application, "own"));
    await requireInvited(ctx, { id: application.call_id });
    const full = await inFullOf(ctx.tx, application);
    // what the committee may still weigh is not told before its result is
    const screened = ["open", "closed", "scored", "decided"].includes(full.callState);
    const hidden = screened ? { admitted: null, screenedWhy: null } : {};
    const isPublished = full.callState === "published";
    return { ...full, ...hidden, answer: isPublished ? await answerTo(ctx.tx, id, full.currency) : null };
  },
});

const answerOf = ({ hundredths, minor, ...row }: AnswerRow, currency: string): z.output<typeof answer> => ({
  ...row,
  score: hundredths === null ? null : pointsOf(hundredths),
  granted: minor === null ? null : formatMoney({ minor: BigInt(minor), currency }),
});

/** The applications of the actor's own organisations. */
export const listOwnApplications = defineQuery({
  name: "calls.own_applications",
  permission: "calls.apply",
  scope: "somewhere",
  input: z.object({ space }),
  output: z.object({
    organisations: z.array(namedParty),
    applications: z.array(
      z.object({
        id: z.uuid(),
        call: z.string(),
        callTitle: z.string(),
        callState,
        closesOn: plainDate,
        organisation: z.string(),
        receipt: z.string().nullable(),
        state: applicationState,
        title: z.string().nullable(),
      }),
    ),
  }),
  async run(ctx, { space: wanted }) {
    const own = ownOrganisations(ctx.actor);
    const only = (await ownInvitation(ctx))?.call_id ?? null;
    const organisations = await rows(
      ctx.tx,
      sql<NamedParty>`
        select reference, name, name_ar as "nameAr", name_en as "nameEn" from organisations where id = any(${own}::uuid[]) and space = ${wanted} order by name`,
    );
    const applications = await rows(
      ctx.tx,
      sql<OwnRow>`
        select p.id, c.reference as call, t.title as "callTitle", c.state as "callState", t.closes_on as "closesOn",
               o.name as organisation, c.reference || '/' || p.number as receipt, p.state, p.title
        from call_applications p join calls c on c.id = p.call_id
        join call_terms t on t.call_id = c.id and t.version = c.version
        join organisations o on o.id = p.organisation_id
        where p.organisation_id = any(${own}::uuid[]) and p.space = ${wanted}
          and (${only}::uuid is null or c.id = ${only})
        order by t.closes_on desc, c.reference`,
    );
    return { organisations, applications };
  },
});

interface OwnRow {
  readonly id: string;
  readonly call: string;
  readonly callTitle: string;
  readonly callState: CallRow["state"];
  readonly closesOn: string;
  readonly organisation: string;
  readonly receipt: string | null;
  readonly state: ApplicationRow["state"];
  readonly title: string | null;
}
