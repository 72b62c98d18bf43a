// The result of a call in the form in which everybody reads it: what was asked, how it was judged, how many applied, and
// those that were accepted. Whoever was not accepted is counted and never named.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, formatMoney, onlyRow, plainDate, rows } from "../kernel/index.ts";
import { criterion } from "./model.ts";
import { pointsOf } from "./rank.ts";
import { type CallRow, criteriaOf } from "./store.ts";

const names = z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() });
const accepted = z.object({
  rank: z.int().nullable(),
  /** Points of 100. */
  score: z.string().nullable(),
  title: z.string(),
  organisation: names,
  granted: z.string(),
  /** Where the verdict departs from the ranking: the public answer, with why. */
  departs: z.string().nullable(),
});
export const publicResult = z.object({
  reference: z.string(),
  title: names,
  launchedBy: names,
  territory: names,
  ...{ currency: z.string(), envelope: z.string(), granted: z.string() },
  ...{ opensOn: plainDate, closesOn: plainDate, decidedOn: plainDate, publishedOn: plainDate },
  passMark: z.int().nullable(),
  criteria: z.array(criterion.extend({ number: z.int() })),
  /** All that were given in, and what became of them; together the three are all. */
  ...{ received: z.int(), reserve: z.int(), rejected: z.int() },
  accepted: z.array(accepted),
});
export type CallResult = z.output<typeof publicResult>;

const organisationNames = sql`json_build_object('fr', o.name, 'ar', o.name_ar, 'en', o.name_en)`;

interface Around {
  readonly launchedBy: z.output<typeof names>;
  readonly territory: z.output<typeof names>;
  readonly received: number;
  readonly reserve: number;
  readonly rejected: number;
}
interface AcceptedRow {
  readonly rank: number | null;
  readonly hundredths: number | null;
  readonly title: string;
  readonly organisation: z.output<typeof names>;
  readonly minor: string;
  readonly departs: string | null;
}

export async function publicResultOf(db: Db, call: CallRow, publishedOn: string): Promise<CallResult> {
  const around = await onlyRow(
    db,
    sql<Around>`
      select ${organisationNames} as "launchedBy",
             (select json_build_object('fr', t.name_fr, 'ar', t.name_ar, 'en', t.name_en) from territories t
              where t.id = ${call.territory_id}) as territory,
             (select count(*)::int from call_verdicts where call_id = ${call.id}) as received,
             (select count(*)::int from call_verdicts where call_id = ${call.id} and verdict = 'reserve') as reserve,
             (select count(*)::int from call_verdicts where call_id = ${call.id} and verdict = 'rejected') as rejected
      from organisations o where o.id = ${call.launched_by}`,
  );
  const found = await rows(
    db,
    sql<AcceptedRow>`
      select v.rank, v.score_hundredths as hundredths, v.title, ${organisationNames} as organisation,
             v.granted_minor::text as minor, case when v.verdict <> v.proposed then v.reason end as departs
      from call_verdicts v join organisations o on o.id = v.organisation_id
      where v.call_id = ${call.id} and v.verdict = 'accepted' order by v.rank nulls last, o.name`,
  );
  const money = (minor: bigint) => formatMoney({ minor, currency: call.currency });
  const { reference, currency, opens_on: opensOn, closes_on: closesOn } = call;
  return {
    ...{ reference, currency, opensOn, closesOn, publishedOn, decidedOn: call.decided_on ?? publishedOn },
    title: { fr: call.title, ar: call.title_ar, en: null },
    ...around,
    ...{ passMark: call.pass_mark, criteria: await criteriaOf(db, call) },
    envelope: money(BigInt(call.envelope_minor)),
    granted: money(found.reduce((sum, { minor }) => sum + BigInt(minor), 0n)),
    accepted: found.map(({ hundredths, minor, ...row }) => ({
      ...row,
      score: hundredths === null ? null : pointsOf(hundredths),
      granted: money(BigInt(minor)),
    })),
  };
}
