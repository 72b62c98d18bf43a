// What a commitment names: itself by its reference, the words of the catalogues, places, parties.
import { sql } from "kysely";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { type Db, firstRow, rows, type Scope, type Space } from "../kernel/index.ts";
import { commitmentErrors } from "./errors.ts";
import { splitReference } from "./model.ts";
import type { CommitmentRow } from "./store.ts";

export interface AgreementPlace {
  readonly id: string;
  readonly space: Space;
  readonly reference: string;
  /** The recorded text that was signed, without which nothing is «signed» (ledger.md §1). */
  readonly signed_document_id: string | null;
  readonly scope: Scope;
}

/** The agreement and where it lies, for a reader. @throws `agreements.unknown` */
export async function placeOf(tx: Db, key: string): Promise<AgreementPlace> {
  const agreement = await agreementOf(tx, key);
  return { ...agreement, scope: await agreementScope(tx, agreement) };
}

/** As `placeOf`, and a later writer of the same agreement waits. */
export async function lockedPlaceOf(tx: Db, key: string): Promise<AgreementPlace> {
  const agreement = await agreementOf(tx, key);
  await sql`select from agreements where id = ${agreement.id} for update`.execute(tx);
  return placeOf(tx, agreement.id);
}

/** The row of a commitment of the agreement. @throws `commitments.unknown` */
export async function commitmentIn(
  tx: Db,
  agreement: AgreementPlace,
  reference: string,
): Promise<CommitmentRow> {
  const { number } = splitReference(reference);
  const found = await firstRow(
    tx,
    sql<CommitmentRow>`select * from commitments where agreement_id = ${agreement.id} and number = ${number}`,
  );
  if (!found) throw commitmentErrors.unknown({ commitment: reference });
  return found;
}

/** The commitment, not withdrawn, its agreement locked against another writer. */
export async function findLiving(
  tx: Db,
  reference: string,
): Promise<{ commitment: CommitmentRow; agreement: AgreementPlace }> {
  const agreement = await lockedPlaceOf(tx, splitReference(reference).agreement);
  const commitment = await commitmentIn(tx, agreement, reference);
  if (commitment.state === "withdrawn") throw commitmentErrors.withdrawn({ commitment: reference });
  return { commitment, agreement };
}

export interface IndicatorFound {
  readonly code: string;
  readonly version: number;
  readonly unit: string;
  readonly state: "defined" | "undefined";
}

/**
 * The indicator that a code stands for (an alias gives the one it means) with the version in force on the day.
 * @throws `commitments.indicator_unknown`
 */
export async function findIndicator(tx: Db, code: string, day: string): Promise<IndicatorFound> {
  const found = await firstRow(
    tx,
    sql<IndicatorFound>`
      select i.code, v.version, i.unit, v.state
      from indicators given
      join indicators i on i.code = coalesce(given.alias_of, given.code)
      join indicator_versions v on v.indicator = i.code
      where given.code = ${code}
      order by v.effective_from <= ${day}::date desc, v.version desc limit 1`,
  );
  if (!found) throw commitmentErrors.indicator_unknown({ indicator: code });
  return found;
}

/** @throws `commitments.territory_unknown` when the space has none of one of these ids. */
export async function requireTerritories(
  tx: Db,
  space: Space,
  ids: readonly (string | null)[],
): Promise<void> {
  const given = [...new Set(ids.filter((id) => id !== null))];
  if (given.length === 0) return;
  const known = await rows(
    tx,
    sql<{ id: string }>`select id from territories where id = any(${given}::uuid[]) and space = ${space}`,
  );
  const missing = given.find((id) => !known.some((row) => row.id === id));
  if (missing) throw commitmentErrors.territory_unknown({ territory: missing, space });
}

/** @throws `commitments.service_point_unknown` when the space has none of one of these ids. */
export async function requireServicePoints(
  tx: Db,
  space: Space,
  ids: readonly (string | null)[],
): Promise<void> {
  const given = [...new Set(ids.filter((id) => id !== null))];
  if (given.length === 0) return;
  const known = await rows(
    tx,
    sql<{ id: string }>`select id from service_points where id = any(${given}::uuid[]) and space = ${space}`,
  );
  const missing = given.find((id) => !known.some((row) => row.id === id));
  if (missing) throw commitmentErrors.service_point_unknown({ point: missing, space });
}

/** @throws `commitments.population_unknown` */
export async function checkPopulations(tx: Db, codes: readonly string[]): Promise<void> {
  const [missing] = await rows(
    tx,
    sql<{ code: string }>`
      select code from unnest(${codes}::text[]) as given (code)
      where not exists (select from populations p where p.code = given.code)`,
  );
  if (missing) throw commitmentErrors.population_unknown({ population: missing.code });
}
