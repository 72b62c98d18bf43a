// The tranches of an agreement, contribution by contribution, with the sum of the parts beside the whole.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { contributionReference, moneyOn } from "../funding/index.ts";
import {
  type Db,
  dayOf,
  defineQuery,
  formatMoney,
  keyText,
  parseMoney,
  plainDate,
  rows,
} from "../kernel/index.ts";
import { reportKind, reportState } from "../reports/index.ts";
import { agreementEnd, endOf, fillInOrder, trancheReference } from "./model.ts";
import { type ConditionStanding, conditionsOf, type Today } from "./read-conditions.ts";

const party = z.object({ reference: z.string(), name: z.string() });
const conditionShown = z.object({
  number: z.int(),
  kind: z.enum(["report", "results", "justified", "document"]),
  met: z.boolean(),
  since: plainDate.nullable(),
  waiver: z.object({ reason: z.string(), by: z.string(), at: z.string() }).nullable(),
  report: z
    .object({
      ...{ id: z.uuid(), kind: reportKind, organisation: party, state: reportState },
      ...{ from: plainDate, to: plainDate, dueOn: plainDate },
    })
    .nullable(),
  results: z
    .object({
      ...{ commitment: z.string(), wording: z.string(), quantity: z.int(), by: plainDate, proven: z.int() },
    })
    .nullable(),
  /** Of the tranche before, by its number. */
  justified: z
    .object({ share: z.int(), before: z.int(), needed: z.string(), reached: z.string() })
    .nullable(),
  document: z.object({ name: z.string(), paper: z.string().nullable(), on: plainDate.nullable() }).nullable(),
});
const trancheShown = z.object({
  reference: trancheReference,
  number: z.int(),
  amount: z.string(),
  plannedOn: plainDate,
  /** `ready`: every condition is met or waived, and it may be called. */
  state: z.enum(["planned", "ready", "called", "dropped"]),
  isLate: z.boolean(),
  droppedWhy: z.string().nullable(),
  call: z.object({ movement: z.uuid(), on: plainDate, amount: z.string() }).nullable(),
  /** What of the contribution's money falls on it, when the tranches are filled in their order. */
  paid: z.string(),
  justified: z.string(),
  conditions: z.array(conditionShown),
});
const splitShown = z.object({
  contribution: contributionReference,
  contributor: party.nullable(),
  currency: z.string(),
  promised: z.string().nullable(),
  /** The sum of the tranches that are not dropped. */
  planned: z.string(),
  /** Promised − planned: shown, never forced. */
  difference: z.string().nullable(),
  tranches: z.array(trancheShown),
});
type TrancheShown = z.infer<typeof trancheShown>;

/** @throws `agreements.unknown` */
export const tranchesOfAgreement = defineQuery({
  name: "tranches.of_agreement",
  permission: "tranches.read",
  scope: "object",
  input: z.object({ agreement: keyText }),
  output: z.object({
    agreement: z.string(),
    contributions: z.array(splitShown),
    /** Why no tranche is planned any more; null as long as they are. */
    ended: agreementEnd.nullable(),
  }),
  async run(ctx, { agreement: key }) {
    const agreement = await agreementOf(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const today = { asOf: dayOf(ctx.clock.now(), ctx.timeZone), timeZone: ctx.timeZone };
    const money = await moneyOn(ctx.tx, agreement.id, { ...today, knownOn: null });
    const all = money.flatMap(({ currency, contributions }) =>
      contributions.map((one) => ({ currency, one })),
    );
    const ids = all.map(({ one }) => one.id);
    const [tranches, conditions] = await Promise.all([
      readTranches(ctx.tx, ids),
      conditionsOf(ctx.tx, ids, today),
    ]);
    const split = all.flatMap(({ currency, one }) => {
      const mine = tranches.filter(({ contributionId }) => contributionId === one.id);
      if (mine.length === 0) return [];
      const minor = (text: string) => parseMoney(text, currency).minor;
      const kept = mine.filter(({ droppedWhy }) => droppedWhy === null);
      const planned = kept.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
      const inMajor = (amount: bigint) => formatMoney({ minor: amount, currency });
      const of = {
        reference: one.reference,
        currency,
        today,
        paid: minor(one.paid),
        spent: minor(one.justified),
      };
      return [
        {
          ...{ contribution: one.reference, contributor: one.contributor, currency, promised: one.promised },
          planned: inMajor(planned),
          difference: one.promised === null ? null : inMajor(minor(one.promised) - planned),
          tranches: showAll(of, mine, conditions),
        },
      ];
    });
    const { reference, state, period_to: until } = agreement;
    return { agreement: reference, contributions: split, ended: endOf({ state, until }, today.asOf) };
  },
});

interface Row {
  readonly id: string;
  readonly contributionId: string;
  readonly number: number;
  readonly amount: string;
  readonly plannedOn: string;
  readonly droppedWhy: string | null;
  readonly call: { readonly movement: string; readonly on: string; readonly amount: string } | null;
}

function readTranches(db: Db, contributions: readonly string[]): Promise<Row[]> {
  return rows(
    db,
    sql<Row>`
      select t.id, t.contribution_id as "contributionId", t.number, t.amount_minor::text as amount,
             t.planned_on as "plannedOn", t.dropped_why as "droppedWhy",
             (select json_build_object('movement', m.id, 'on', m.moved_on, 'amount', m.amount_minor::text)
              from tranche_calls c join contribution_movements m on m.first_id = c.movement_id
              where c.tranche_id = t.id
                and not exists (select from movement_withdrawals w where w.movement_id = m.id)
              order by m.recorded_at desc limit 1) as call
      from tranches t where t.contribution_id = any(${contributions}::uuid[]) order by t.contribution_id, t.number`,
  );
}

interface Of {
  readonly reference: string;
  readonly currency: string;
  readonly today: Today;
  readonly paid: bigint;
  readonly spent: bigint;
}

function showAll(of: Of, mine: readonly Row[], conditions: readonly ConditionStanding[]): TrancheShown[] {
  const inMajor = (minor: bigint) => formatMoney({ minor, currency: of.currency });
  const parts = mine.map(({ amount, droppedWhy }) => (droppedWhy === null ? BigInt(amount) : 0n));
  const [paid, spent] = [fillInOrder(parts, of.paid), fillInOrder(parts, of.spent)];
  return mine.map((row, at) => {
    const own = conditions.filter(({ trancheId }) => trancheId === row.id);
    const isOpen = row.call === null && row.droppedWhy === null;
    const isReady = own.every(({ met, waiver }) => met || waiver !== null);
    return {
      ...{ reference: `${of.reference}/T${row.number}`, number: row.number, plannedOn: row.plannedOn },
      amount: inMajor(BigInt(row.amount)),
      state:
        row.droppedWhy !== null ? "dropped" : row.call !== null ? "called" : isReady ? "ready" : "planned",
      isLate: isOpen && row.plannedOn < of.today.asOf,
      droppedWhy: row.droppedWhy,
      call: row.call && { ...row.call, amount: inMajor(BigInt(row.call.amount)) },
      paid: inMajor(paid[at] ?? 0n),
      justified: inMajor(spent[at] ?? 0n),
      conditions: own.map((one) => show(one, inMajor)),
    };
  });
}

function show(one: ConditionStanding, inMajor: (minor: bigint) => string): z.infer<typeof conditionShown> {
  const { commitment, wording, quantity, by, proven, share, justified } = one;
  return {
    ...{ number: one.number, kind: one.kind, met: one.met, since: one.since, waiver: one.waiver },
    report: one.report && {
      ...one.report,
      kind: reportKind.parse(one.report.kind),
      state: reportState.parse(one.report.state),
    },
    results:
      commitment === null || quantity === null || by === null
        ? null
        : { commitment, wording: wording ?? "", quantity, by, proven: proven ?? 0 },
    justified: justified && {
      ...{ share: share ?? 100, before: justified.before },
      ...{ needed: inMajor(justified.needed), reached: inMajor(justified.reached) },
    },
    document: one.document === null ? null : { name: one.document, paper: one.paper, on: one.givenOn },
  };
}
