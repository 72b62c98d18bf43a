// Each condition read from the register as it stands today: met or not, since when, and what it was read from.
import { sql } from "kysely";
import { type Db, rows } from "../kernel/index.ts";
import { fillInOrder, shareOf } from "./model.ts";

export interface Today {
  readonly asOf: string;
  readonly timeZone: string;
}

interface Read {
  readonly id: string;
  readonly trancheId: string;
  readonly contributionId: string;
  readonly number: number;
  readonly kind: "report" | "results" | "justified" | "document";
  readonly report: {
    readonly id: string;
    readonly kind: "activity" | "financial" | "final";
    readonly organisation: { readonly reference: string; readonly name: string };
    readonly from: string;
    readonly to: string;
    readonly dueOn: string;
    readonly state: string;
  } | null;
  readonly acceptedOn: string | null;
  readonly commitment: string | null;
  readonly wording: string | null;
  readonly quantity: number | null;
  readonly by: string | null;
  readonly proven: number | null;
  readonly provenSince: string | null;
  readonly share: number | null;
  readonly document: string | null;
  readonly paper: string | null;
  readonly givenOn: string | null;
  readonly waiver: { readonly reason: string; readonly by: string; readonly at: string } | null;
}

/** Of the tranche before: how much has to be justified, and how much of what is justified falls on it. */
interface Justified {
  readonly before: number;
  readonly needed: bigint;
  readonly reached: bigint;
}

export interface ConditionStanding extends Read {
  readonly met: boolean;
  /** The day from which it is met; null while it is not. */
  readonly since: string | null;
  readonly justified: Justified | null;
}

/** The conditions of the tranches of these contributions, as they stand on the day, in their order. */
export async function conditionsOf(
  db: Db,
  contributions: readonly string[],
  today: Today,
): Promise<ConditionStanding[]> {
  const [read, parts, expenses] = await Promise.all([
    readConditions(db, contributions, today),
    readParts(db, contributions),
    readExpenses(db, contributions, today),
  ]);
  return read.map((one) => {
    if (one.kind !== "justified") return { ...one, ...readOff(one), justified: null };
    const mine = parts.filter(({ contributionId }) => contributionId === one.contributionId);
    const spent = expenses.filter(({ contributionId }) => contributionId === one.contributionId);
    return { ...one, ...justifiedOf(one, mine, spent) };
  });
}

function readOff(one: Read): { met: boolean; since: string | null } {
  if (one.kind === "report") return { met: one.acceptedOn !== null, since: one.acceptedOn };
  if (one.kind === "document") return { met: one.givenOn !== null, since: one.givenOn };
  return { met: one.provenSince !== null, since: one.provenSince };
}

function readConditions(
  db: Db,
  contributions: readonly string[],
  { asOf, timeZone }: Today,
): Promise<Read[]> {
  return rows(
    db,
    sql<Read>`
      select c.id, t.id as "trancheId", t.contribution_id as "contributionId", c.number, c.kind,
             case when r.id is not null then json_build_object(
               'id', r.id, 'kind', r.kind, 'organisation', json_build_object('reference', o.reference, 'name', o.name),
               'from', r.period_from, 'to', r.period_to, 'dueOn', r.due_on, 'state', r.state) end as report,
             case when r.state = 'accepted' then (r.judged_at at time zone ${timeZone})::date end as "acceptedOn",
             case when k.id is not null then a.reference || '/' || k.number end as commitment, k.wording,
             c.quantity, c.by_day as by, p.proven::int as proven, p.since as "provenSince",
             c.share, c.document, d.hash as paper, d.given_on as "givenOn",
             case when w.condition_id is not null then json_build_object(
               'reason', w.reason, 'by', w.waived_by, 'at', w.recorded_at) end as waiver
      from tranches t
      join tranche_conditions c on c.tranche_id = t.id
      left join reports r on r.id = c.report_id
      left join organisations o on o.id = r.organisation_id
      left join commitments k on k.id = c.commitment_id
      left join agreements a on a.id = k.agreement_id
      left join lateral proven_by(k.id, c.by_day, c.quantity, ${asOf}::date, 'infinity', ${timeZone}) p
        on k.id is not null
      left join tranche_documents d on d.condition_id = c.id
      left join tranche_waivers w on w.condition_id = c.id
      where t.contribution_id = any(${contributions}::uuid[]) order by t.contribution_id, t.number, c.number`,
  );
}

interface Part {
  readonly id: string;
  readonly contributionId: string;
  readonly number: number;
  readonly amount: string;
}

function readParts(db: Db, contributions: readonly string[]): Promise<Part[]> {
  return rows(
    db,
    sql<Part>`
      select id, contribution_id as "contributionId", number, amount_minor::text as amount from tranches
      where contribution_id = any(${contributions}::uuid[]) and dropped_why is null order by number`,
  );
}

interface Expense {
  readonly contributionId: string;
  readonly on: string;
  readonly amount: string;
}

function readExpenses(db: Db, contributions: readonly string[], { asOf }: Today): Promise<Expense[]> {
  return rows(
    db,
    sql<Expense>`
      select m.contribution_id as "contributionId", m.moved_on as on, m.amount_minor::text as amount
      from contribution_movements m
      where m.contribution_id = any(${contributions}::uuid[]) and m.kind = 'justified' and m.moved_on <= ${asOf}
        and not exists (select from movement_withdrawals w where w.movement_id = m.id)
      order by m.moved_on, m.id`,
  );
}

/** Expenses fill the tranches in their order; the day is the one on which enough of them fell on the tranche before. */
function justifiedOf(one: Read, parts: readonly Part[], expenses: readonly Expense[]) {
  const own = parts.find(({ id }) => id === one.trancheId);
  const earlier = parts.filter(({ number }) => number < (own?.number ?? 0));
  const before = earlier.at(-1);
  if (before === undefined) return { met: false, since: null, justified: null };
  const amounts = earlier.map(({ amount }) => BigInt(amount));
  const needed = shareOf(BigInt(before.amount), one.share ?? 100);
  const reachedWith = (spent: bigint) => fillInOrder(amounts, spent).at(-1) ?? 0n;
  let spent = 0n;
  let since: string | null = null;
  for (const { amount, on } of expenses) {
    spent += BigInt(amount);
    if (since === null && reachedWith(spent) >= needed) since = on;
  }
  return {
    ...{ met: since !== null, since },
    justified: { before: before.number, needed, reached: reachedWith(spent) },
  };
}
