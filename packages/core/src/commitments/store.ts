// The writes to this folder's own tables, and the row types of those tables.
import { sql } from "kysely";
import { type Db, firstRow, onlyRow, rows, type Space } from "../kernel/index.ts";
import { commitmentErrors } from "./errors.ts";
import type { TargetQualifier } from "./model.ts";

export interface CommitmentRow {
  readonly id: string;
  readonly space: Space;
  readonly agreement_id: string;
  readonly number: number;
  readonly kind: "result" | "best_efforts";
  readonly indicator: string | null;
  readonly indicator_version: number | null;
  readonly unit: string | null;
  readonly state: "draft" | "final" | "withdrawn";
  readonly wording: string;
  readonly populations: string[];
  readonly territory_id: string | null;
  readonly milieu: "urban" | "rural" | null;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly deadline: string | null;
  readonly owed_by: string | null;
  /** The version of the target whose split is final. */
  readonly final_split: number | null;
  readonly recorded_at: Date;
  readonly revision: number;
}

export interface TargetRow {
  readonly id: string;
  readonly commitment_id: string;
  readonly version: number;
  readonly quantity: number | null;
  readonly qualifier: TargetQualifier;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly deadline: string | null;
  readonly effective_from: string;
  readonly recorded_at: Date;
  readonly amendment_id: string | null;
  readonly clause: string | null;
  readonly reason: string | null;
}

/** Inserts the commitment under the next number of its agreement; the caller holds the agreement's lock. */
export async function insertCommitment(
  tx: Db,
  row: Omit<CommitmentRow, "number" | "revision" | "state" | "final_split">,
): Promise<number> {
  const inserted = await onlyRow(
    tx,
    sql<{ number: number }>`
      insert into commitments (id, space, agreement_id, number, kind, indicator, indicator_version, unit, state,
                               wording, populations, territory_id, milieu, period_from, period_to, deadline, owed_by,
                               recorded_at)
      select ${row.id}, ${row.space}, ${row.agreement_id}, coalesce(max(number), 0) + 1, ${row.kind}, ${row.indicator},
             ${row.indicator_version}::smallint, ${row.unit}, 'draft', ${row.wording}, ${row.populations}::text[],
             ${row.territory_id}::uuid, ${row.milieu}, ${row.period_from}::date, ${row.period_to}::date,
             ${row.deadline}::date, ${row.owed_by}::uuid, ${row.recorded_at}
      from commitments where agreement_id = ${row.agreement_id}
      returning number`,
  );
  return inserted.number;
}

/** The columns that acts change after the promise exists. */
export type CommitmentChange = Partial<
  Omit<CommitmentRow, "id" | "space" | "agreement_id" | "number" | "recorded_at" | "revision">
>;

/** Changes the fields that are given, and the revision: whoever read it before must read it again. */
export async function updateCommitment(tx: Db, id: string, change: CommitmentChange): Promise<void> {
  const fields = Object.entries(change).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  await sql`update commitments set ${sql.join([...fields, sql`revision = revision + 1`])} where id = ${id}`.execute(
    tx,
  );
}

export async function openTarget(tx: Db, commitmentId: string): Promise<TargetRow | undefined> {
  return firstRow(
    tx,
    sql<TargetRow>`
      select id, commitment_id, version, quantity, qualifier, period_from, period_to, deadline,
             lower(effective) as effective_from, recorded_at, amendment_id, clause, reason
      from commitment_targets where commitment_id = ${commitmentId} and upper(effective) is null`,
  );
}

export async function insertTarget(tx: Db, row: TargetRow): Promise<void> {
  await sql`
    insert into commitment_targets (id, commitment_id, version, quantity, qualifier, period_from, period_to, deadline,
                                    effective, recorded_at, amendment_id, clause, reason)
    values (${row.id}, ${row.commitment_id}, ${row.version}, ${row.quantity}, ${row.qualifier}, ${row.period_from},
            ${row.period_to}, ${row.deadline}, daterange(${row.effective_from}::date, null), ${row.recorded_at},
            ${row.amendment_id}, ${row.clause}, ${row.reason})`.execute(tx);
}

/** The only change of a target that is allowed: its open period ends the day before `on`. */
export async function closeTarget(tx: Db, id: string, on: string, closedAt: Date): Promise<void> {
  await sql`
    update commitment_targets set effective = daterange(lower(effective), ${on}::date), closed_at = ${closedAt}
    where id = ${id}`.execute(tx);
}

export async function hasVersion(tx: Db, commitmentId: string, version: number): Promise<boolean> {
  const found = await firstRow(
    tx,
    sql`select from commitment_targets where commitment_id = ${commitmentId} and version = ${version}`,
  );
  return found !== undefined;
}

export interface AssertionLink {
  readonly assertion: string;
  readonly field: string;
}

/**
 * Links assertions to a commitment; one that is linked already changes nothing. Returns how many were new.
 * @throws `commitments.assertion_unknown`
 */
export async function insertAssertionLinks(
  tx: Db,
  commitment: Pick<CommitmentRow, "id" | "space">,
  links: readonly AssertionLink[],
): Promise<number> {
  const ids = [...new Set(links.map((link) => link.assertion))];
  const known = await rows(
    tx,
    sql<{ id: string }>`
      select id from assertions where id = any(${ids}::uuid[]) and space = ${commitment.space}`,
  );
  const missing = ids.find((id) => !known.some((row) => row.id === id));
  if (missing) throw commitmentErrors.assertion_unknown({ assertion: missing, space: commitment.space });
  const inserted = await rows(
    tx,
    sql<{ assertion_id: string }>`
      insert into commitment_assertions (commitment_id, space, assertion_id, field)
      select ${commitment.id}, ${commitment.space}, assertion_id, field
      from unnest(${links.map((link) => link.assertion)}::uuid[], ${links.map((link) => link.field)}::text[])
        as given (assertion_id, field)
      on conflict do nothing returning assertion_id`,
  );
  return inserted.length;
}
