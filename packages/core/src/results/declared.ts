// What partners declared of commitments, on a day and as known on a day.
import { sql } from "kysely";
import { type Db, endOfDay, rows } from "../kernel/index.ts";
import type { ReadOn } from "./counted.ts";

export interface DeclarationRow {
  readonly commitment: string;
  readonly declarant: string;
  readonly declarantName: string;
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  readonly declaredOn: string;
  readonly version: number;
  readonly document: string | null;
  readonly note: string | null;
}

/** For each commitment, declarant and period the latest version declared by then and recorded by then. */
export function declarationsOn(
  db: Db,
  commitments: readonly string[],
  on: ReadOn,
): Promise<DeclarationRow[]> {
  return rows(
    db,
    sql<DeclarationRow>`
      select distinct on (d.commitment_id, o.reference, d.period)
             d.commitment_id as commitment, o.reference as declarant, o.name as "declarantName",
             lower(d.period) as from, upper(d.period) - 1 as to, d.quantity, d.declared_on as "declaredOn", d.version,
             d.document_id as document, d.note
      from declarations d join organisations o on o.id = d.declarant_id
      where d.commitment_id = any(${commitments}::uuid[]) and d.recorded_at < ${endOfDay(on.knownOn, on.timeZone)}
        and d.declared_on <= coalesce(${on.asOf}::date, 'infinity')
      order by d.commitment_id, o.reference, d.period, d.version desc`,
  );
}

/** The declared figure of each commitment that has one: the sum over its periods and declarants. */
export async function declaredOn(
  db: Db,
  commitments: readonly string[],
  on: ReadOn,
): Promise<Map<string, number>> {
  const sums = new Map<string, number>();
  for (const { commitment, quantity } of await declarationsOn(db, commitments, on)) {
    sums.set(commitment, (sums.get(commitment) ?? 0) + quantity);
  }
  return sums;
}
