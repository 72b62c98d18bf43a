// The commitment that a row of a spreadsheet means, with its target versions as they are recorded.
import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type Db, rows } from "../kernel/index.ts";

export interface RecordedCommitment {
  readonly id: string;
  readonly reference: string;
  readonly agreement: string;
  readonly number: number;
  readonly wording: string;
  readonly indicator: string | null;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly deadline: string | null;
  /** Oldest first; the number of the amendment that made each. */
  readonly targets: readonly { readonly quantity: number | null; readonly amendment: number | null }[];
}

/** By its number, else by its words: the same wording for the same indicator is the same promise. */
export async function findRecorded(
  db: Db,
  agreement: { readonly id: string },
  line: { readonly number: number | null; readonly wording: string; readonly indicator: string | null },
): Promise<RecordedCommitment | undefined> {
  const recorded = await rows(
    db,
    sql<RecordedCommitment>`
      select c.id, a.reference || '/' || c.number as reference, a.reference as agreement, c.number, c.wording,
             c.indicator, c.period_from, c.period_to, c.deadline,
             (select coalesce(json_agg(json_build_object('quantity', t.quantity, 'amendment', m.number)
                                       order by t.version), '[]')
              from commitment_targets t left join amendments m on m.id = t.amendment_id
              where t.commitment_id = c.id) as targets
      from commitments c join agreements a on a.id = c.agreement_id
      where a.id = ${agreement.id} and c.state <> 'withdrawn' order by c.number`,
  );
  if (line.number !== null) return recorded.find(({ number }) => number === line.number);
  const same = recorded.filter(({ wording }) => foldName(wording) === foldName(line.wording));
  return (
    same.find(({ indicator }) => indicator === line.indicator) ?? (same.length === 1 ? same[0] : undefined)
  );
}
