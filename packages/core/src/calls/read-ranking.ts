// The ranking of a call, reckoned anew from the marks each time it is asked: every place opens on its medians, and every
// median on the marks with who gave them and why.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, formatMoney, objectScope, rows } from "../kernel/index.ts";
import { callErrors } from "./errors.ts";
import { callKey, revealed, verdict } from "./model.ts";
import { medianOf, pointsOf, type Ranked, rank } from "./rank.ts";
import { type ApplicationRow, type CallRow, callOf, criteriaOf, submittedTo } from "./store.ts";

interface MarkRow {
  readonly application: string;
  readonly assessor: string;
  readonly name: string;
  readonly criterion: number;
  readonly mark: number;
  readonly reason: string;
}

/** The marks that count: the last of each, of assessors without an interest who marked every criterion. */
function countedMarks(db: Db, call: CallRow, criteria: number): Promise<MarkRow[]> {
  return rows(
    db,
    sql<MarkRow>`
      select distinct on (m.application_id, m.criterion, a.name, m.assessor_id) m.application_id as application,
             m.assessor_id as assessor, a.name, m.criterion, m.mark, m.reason
      from call_applications p
      join marking_progress(${call.id}) g on g.application_id = p.id and g.marked = ${criteria}::int
      join call_marks m on m.application_id = p.id and m.assessor_id = g.assessor_id
      join call_assessors a on a.call_id = p.call_id and a.user_id = m.assessor_id
      where p.call_id = ${call.id} and p.state = 'submitted' and p.admitted
      order by m.application_id, m.criterion, a.name, m.assessor_id, m.round desc`,
  );
}

export interface Ranking {
  readonly applications: readonly ApplicationRow[];
  readonly marks: readonly MarkRow[];
  readonly ranked: readonly Ranked[];
}

/** @throws `calls.hidden` while the marks are */
export async function rankingOf(db: Db, call: CallRow): Promise<Ranking> {
  if (!revealed.includes(call.state)) throw callErrors.hidden({ call: call.reference });
  const criteria = await criteriaOf(db, call);
  const applications = await submittedTo(db, call.id);
  const marks = await countedMarks(db, call, criteria.length);
  const judged = applications
    .filter(({ admitted }) => admitted === true)
    .map(({ id, number, asked_minor }) => ({
      ...{ application: id, number: number ?? 0, asked: BigInt(asked_minor ?? 0) },
      marks: marks.filter(({ application }) => application === id),
    }));
  const ranked = rank(judged, {
    ...{ criteria, passMark: call.pass_mark, disagreementPercent: call.disagreement_percent },
    envelope: BigInt(call.envelope_minor),
  });
  return { applications, marks, ranked };
}

const rankedCriterion = z.object({
  criterion: z.int(),
  median: z.string(),
  lowest: z.int(),
  highest: z.int(),
  isDisputed: z.boolean(),
  marks: z.array(z.object({ assessor: z.string(), mark: z.int(), reason: z.string() })),
});
const rankedRow = z.object({
  application: z.uuid(),
  receipt: z.string(),
  title: z.string(),
  organisation: z.object({ reference: z.string(), name: z.string() }),
  /** Null: not admitted, or eliminated. */
  rank: z.int().nullable(),
  /** Points of 100; null: not admitted. */
  score: z.string().nullable(),
  asked: z.string(),
  admitted: z.boolean(),
  screenedWhy: z.string().nullable(),
  eliminatedBy: z.array(z.int()),
  isBelowPass: z.boolean(),
  isDisputed: z.boolean(),
  criteria: z.array(rankedCriterion),
  proposed: verdict,
  verdict: verdict.nullable(),
  departs: z.boolean(),
  reason: z.string().nullable(),
  granted: z.string().nullable(),
  agreement: z.string().nullable(),
});
export type RankedRow = z.output<typeof rankedRow>;

interface VerdictRow {
  readonly application: string;
  readonly reference: string;
  readonly verdict: z.output<typeof verdict> | null;
  readonly reason: string | null;
  readonly granted: string | null;
  readonly agreement: string | null;
}

const verdictsOf = (db: Db, call: string): Promise<VerdictRow[]> =>
  rows(
    db,
    sql<VerdictRow>`
      select p.id as application, o.reference, v.verdict, v.reason, v.granted_minor::text as granted,
             a.reference as agreement
      from call_applications p join organisations o on o.id = p.organisation_id
      left join call_verdicts v on v.application_id = p.id
      left join agreements a on a.id = p.agreement_id
      where p.call_id = ${call} and p.state = 'submitted'`,
  );

/** @throws `calls.hidden` */
export const readRanking = defineQuery({
  name: "calls.ranking",
  permission: "calls.read",
  scope: "object",
  input: z.object({ call: callKey }),
  output: z.object({ currency: z.string(), envelope: z.string(), rows: z.array(rankedRow) }),
  async run(ctx, { call: key }) {
    const call = await callOf(ctx.tx, key);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    const { currency } = call;
    const money = (minor: string | null) =>
      minor === null ? null : formatMoney({ minor: BigInt(minor), currency });
    const ranking = await rankingOf(ctx.tx, call);
    const verdicts = new Map((await verdictsOf(ctx.tx, call.id)).map((row) => [row.application, row]));
    const order = [
      ...ranking.ranked.map(({ application }) => application),
      ...ranking.applications.filter(({ admitted }) => admitted !== true).map(({ id }) => id),
    ];
    const shown = order.flatMap((id) => {
      const application = ranking.applications.find((one) => one.id === id);
      return application === undefined ? [] : [rowOf(call, application, ranking, verdicts.get(id), money)];
    });
    return { currency, envelope: money(call.envelope_minor) ?? "0", rows: shown };
  },
});

function rowOf(
  call: CallRow,
  application: ApplicationRow,
  { marks, ranked }: Ranking,
  decided: VerdictRow | undefined,
  money: (minor: string | null) => string | null,
): RankedRow {
  const place = ranked.find((one) => one.application === application.id);
  const proposed = place?.proposed ?? "rejected";
  const criteria = (place?.criteria ?? []).map((one) => ({
    ...{ criterion: one.criterion, median: medianOf(one.medianTwice) },
    ...{ lowest: one.lowest, highest: one.highest, isDisputed: one.isDisputed },
    marks: marks
      .filter((mark) => mark.application === application.id && mark.criterion === one.criterion)
      .map(({ name, mark, reason }) => ({ assessor: name, mark, reason })),
  }));
  return {
    ...{ application: application.id, receipt: `${call.reference}/${application.number}` },
    title: application.title ?? "",
    organisation: { reference: decided?.reference ?? "", name: application.organisation },
    rank: place?.rank ?? null,
    score: place === undefined ? null : pointsOf(place.hundredths),
    asked: money(application.asked_minor) ?? "0",
    ...{ admitted: application.admitted === true, screenedWhy: application.screened_why },
    eliminatedBy: [...(place?.eliminatedBy ?? [])],
    isBelowPass: place?.isBelowPass ?? false,
    isDisputed: criteria.some(({ isDisputed }) => isDisputed),
    ...{ criteria, proposed, verdict: decided?.verdict ?? null },
    departs: decided?.verdict !== null && decided?.verdict !== undefined && decided.verdict !== proposed,
    reason: decided?.reason ?? null,
    granted: money(decided?.granted ?? null),
    agreement: decided?.agreement ?? null,
  };
}
