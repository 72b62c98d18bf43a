// The rows of tranches that acts read before they write.
import { sql } from "kysely";
import { agreementOf, agreementScope, type State } from "../agreements/index.ts";
import { splitContribution } from "../funding/index.ts";
import { type Db, firstRow, rows, type Scope, type Space } from "../kernel/index.ts";
import { trancheErrors } from "./errors.ts";
import { endOf, splitTranche } from "./model.ts";

export interface ContributionPlace {
  readonly id: string;
  readonly space: Space;
  readonly agreementId: string;
  readonly agreement: string;
  readonly currency: string;
  readonly inKind: boolean;
  readonly state: State;
  /** The last day of the agreement's period. */
  readonly until: string | null;
  readonly scope: Scope;
}

/** @throws `tranches.agreement_ended`, `agreement_expired` */
export function requireOpen({ agreement, state, until }: ContributionPlace, today: string): void {
  const end = endOf({ state, until }, today);
  if (end === null) return;
  if (end === "expired") throw trancheErrors.agreement_expired({ agreement, until });
  throw trancheErrors.agreement_ended({ agreement, state: end });
}

/** The contribution, locked, and where its agreement lies. @throws `tranches.unknown`, `agreements.unknown` */
export async function contributionOf(tx: Db, reference: string): Promise<ContributionPlace> {
  const { agreement: key, number } = splitContribution(reference);
  const agreement = await agreementOf(tx, key);
  const found = await firstRow(
    tx,
    sql<Omit<ContributionPlace, "scope" | "state" | "until">>`
      select id, space, agreement_id as "agreementId", ${agreement.reference}::text as agreement, currency,
             in_kind as "inKind"
      from contributions where agreement_id = ${agreement.id} and number = ${number} for update`,
  );
  if (!found) throw trancheErrors.unknown({ tranche: reference });
  const { state, period_to: until } = agreement;
  return { ...found, state, until, scope: await agreementScope(tx, agreement) };
}

export interface TrancheRow {
  readonly id: string;
  readonly number: number;
  readonly amount: string;
  readonly plannedOn: string;
  readonly droppedWhy: string | null;
  /** Whether a call of it stands. */
  readonly isCalled: boolean;
}

/** The tranche with its contribution, both locked. @throws `tranches.unknown` */
export async function trancheOf(
  tx: Db,
  reference: string,
): Promise<{ tranche: TrancheRow; contribution: ContributionPlace }> {
  const { contribution: key, number } = splitTranche(reference);
  const contribution = await contributionOf(tx, key);
  const tranche = await firstRow(
    tx,
    sql<TrancheRow>`
      select t.id, t.number, t.amount_minor::text as amount, t.planned_on as "plannedOn",
             t.dropped_why as "droppedWhy",
             exists (select from tranche_calls c join contribution_movements m on m.first_id = c.movement_id
                     where c.tranche_id = t.id
                       and not exists (select from movement_withdrawals w where w.movement_id = m.id)) as "isCalled"
      from tranches t where t.contribution_id = ${contribution.id} and t.number = ${number} for update of t`,
  );
  if (!tranche) throw trancheErrors.unknown({ tranche: reference });
  return { tranche, contribution };
}

/** A tranche that may still be changed. @throws `tranches.unknown`, `called_already`, `dropped` */
export async function openTranche(tx: Db, reference: string) {
  const found = await trancheOf(tx, reference);
  if (found.tranche.isCalled) throw trancheErrors.called_already({ tranche: reference });
  if (found.tranche.droppedWhy !== null) throw trancheErrors.dropped({ tranche: reference });
  return found;
}

export interface ConditionRow {
  readonly id: string;
  readonly number: number;
  readonly kind: "report" | "results" | "justified" | "document";
  readonly document: string | null;
}

/** @throws `tranches.condition_unknown` */
export async function conditionOf(tx: Db, trancheId: string, number: number): Promise<ConditionRow> {
  const [found] = await rows(
    tx,
    sql<ConditionRow>`
      select id, number, kind, document from tranche_conditions
      where tranche_id = ${trancheId} and number = ${number}`,
  );
  if (!found) throw trancheErrors.condition_unknown({ condition: number });
  return found;
}
