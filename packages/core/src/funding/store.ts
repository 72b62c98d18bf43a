// The writes to this folder's own tables, and what acts read of them before they write.
import { sql } from "kysely";
import { agreementOf, agreementScope, endedStates, type State } from "../agreements/index.ts";
import { type Db, firstRow, onlyRow, rows, type Scope, type Space } from "../kernel/index.ts";
import { fundingErrors } from "./errors.ts";
import { type AmountQualifier, type ContributionRole, splitContribution } from "./model.ts";

export interface ContributionRow {
  readonly id: string;
  readonly space: Space;
  readonly agreement_id: string;
  readonly number: number;
  readonly role: ContributionRole;
  readonly contributor_id: string | null;
  readonly currency: string;
  readonly in_kind: boolean;
  readonly purpose: string | null;
  readonly basis: "announced" | "signed";
  readonly recorded_at: Date;
}

export interface AmountRow {
  readonly id: string;
  readonly contribution_id: string;
  readonly version: number;
  /** Minor units as text: a bigint that PostgreSQL and JavaScript both hold exactly. */
  readonly amount_minor: string | null;
  readonly qualifier: AmountQualifier;
  readonly effective_from: string;
  readonly recorded_at: Date;
  readonly amendment_id: string | null;
  readonly clause: string | null;
  readonly reason: string | null;
}

export interface AgreementPlace {
  readonly id: string;
  readonly space: Space;
  readonly reference: string;
  readonly signed_document_id: string | null;
  readonly state: State;
  /** From before the register: what it promised is written down whatever became of it. */
  readonly legacy: boolean;
  readonly scope: Scope;
}

/** In a state in which nothing more happens, nothing more is promised; a legacy agreement is written down as it was. */
export const takesPledges = ({ state, legacy }: Pick<AgreementPlace, "state" | "legacy">): boolean =>
  legacy || !endedStates.includes(state);

/** The agreement and where it lies. @throws `agreements.unknown` */
export async function placeOf(tx: Db, key: string): Promise<AgreementPlace> {
  const agreement = await agreementOf(tx, key);
  return { ...agreement, scope: await agreementScope(tx, agreement) };
}

/** The contribution with its agreement, locked against another writer. @throws `funding.unknown` */
export async function findContribution(
  tx: Db,
  reference: string,
): Promise<{ contribution: ContributionRow; agreement: AgreementPlace }> {
  const { agreement: key, number } = splitContribution(reference);
  const agreement = await placeOf(tx, key);
  const contribution = await firstRow(
    tx,
    sql<ContributionRow>`
      select * from contributions where agreement_id = ${agreement.id} and number = ${number} for update`,
  );
  if (!contribution) throw fundingErrors.unknown({ contribution: reference });
  return { contribution, agreement };
}

/** Inserts the contribution under the next number of its agreement, whose row it locks first. */
export async function insertContribution(tx: Db, row: Omit<ContributionRow, "number">): Promise<number> {
  await sql`select from agreements where id = ${row.agreement_id} for update`.execute(tx);
  const inserted = await onlyRow(
    tx,
    sql<{ number: number }>`
      insert into contributions (id, space, agreement_id, number, role, contributor_id, currency, in_kind, purpose,
                                 basis, recorded_at)
      select ${row.id}, ${row.space}, ${row.agreement_id}, coalesce(max(number), 0) + 1, ${row.role},
             ${row.contributor_id}::uuid, ${row.currency}, ${row.in_kind}::boolean, ${row.purpose}, ${row.basis},
             ${row.recorded_at}
      from contributions where agreement_id = ${row.agreement_id}
      returning number`,
  );
  return inserted.number;
}

export async function insertAmount(tx: Db, row: AmountRow): Promise<void> {
  await sql`
    insert into contribution_amounts (id, contribution_id, version, amount_minor, qualifier, effective, recorded_at,
                                      amendment_id, clause, reason)
    values (${row.id}, ${row.contribution_id}, ${row.version}, ${row.amount_minor}::bigint, ${row.qualifier},
            daterange(${row.effective_from}::date, null), ${row.recorded_at}, ${row.amendment_id}, ${row.clause},
            ${row.reason})`.execute(tx);
}

export function openAmount(tx: Db, contributionId: string): Promise<AmountRow> {
  return onlyRow(
    tx,
    sql<AmountRow>`
      select id, contribution_id, version, amount_minor::text, qualifier, lower(effective)::text as effective_from,
             recorded_at, amendment_id, clause, reason
      from contribution_amounts where contribution_id = ${contributionId} and upper(effective) is null`,
  );
}

/** The only change of an amount that is allowed: its open period ends the day before `on`. */
export async function closeAmount(tx: Db, id: string, on: string, closedAt: Date): Promise<void> {
  await sql`
    update contribution_amounts set effective = daterange(lower(effective), ${on}::date), closed_at = ${closedAt}
    where id = ${id}`.execute(tx);
}

export interface AssertionLink {
  readonly assertion: string;
  readonly field: string;
}

/** Links assertions; one that is linked already changes nothing. @throws `funding.assertion_unknown` */
export async function insertAssertionLinks(
  tx: Db,
  contribution: Pick<ContributionRow, "id" | "space">,
  links: readonly AssertionLink[],
): Promise<number> {
  if (links.length === 0) return 0;
  const ids = [...new Set(links.map((link) => link.assertion))];
  const known = await rows(
    tx,
    sql<{ id: string }>`
      select id from assertions where id = any(${ids}::uuid[]) and space = ${contribution.space}`,
  );
  const missing = ids.find((id) => !known.some((row) => row.id === id));
  if (missing) throw fundingErrors.assertion_unknown({ assertion: missing, space: contribution.space });
  const inserted = await rows(
    tx,
    sql`
      insert into contribution_assertions (contribution_id, space, assertion_id, field)
      select ${contribution.id}, ${contribution.space}, assertion_id, field
      from unnest(${links.map((link) => link.assertion)}::uuid[], ${links.map((link) => link.field)}::text[])
        as given (assertion_id, field)
      on conflict do nothing returning assertion_id`,
  );
  return inserted.length;
}
