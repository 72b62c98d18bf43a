// A situation and the questions that find it in the loaded demo.
import { type RawBuilder, sql } from "kysely";

export interface Situation {
  readonly says: string;
  /** References of agreements, commitments, contributions, diagnoses, calls or events. */
  readonly see: readonly string[];
  /** Gives at least one row where the situation stands. */
  readonly found: RawBuilder<unknown>;
}

export const agreement = (reference: string, condition = sql`true`) =>
  sql`select from agreements a where a.space = 'simulated' and a.reference = ${reference} and ${condition}`;
export const commitment = (reference: string) => sql`find_commitment(${reference})`;
export const factsWhere = (reference: string, condition: RawBuilder<unknown>) =>
  sql`select from facts f where f.commitment_id = (select id from ${commitment(reference)}) and ${condition}`;
export const amended = (reference: string, type: string) =>
  agreement(
    reference,
    sql`exists (select from amendments m where m.agreement_id = a.id and m.type = ${type})`,
  );
export const linked = (from: string, kind: string, to: string) => sql`
  select from agreement_links l join agreements f on f.id = l.from_id join agreements t on t.id = l.to_id
  where f.reference = ${from} and t.reference = ${to} and l.kind = ${kind}`;
export const inState = (reference: string, state: string) => ({
  see: [reference],
  found: agreement(reference, sql`a.state = ${state}`),
});
export const targetChange = (reference: string, sign: RawBuilder<unknown>) => sql`
  select from commitment_targets one join commitment_targets next
    on next.commitment_id = one.commitment_id and next.version = one.version + 1
  where one.commitment_id = (select id from ${commitment(reference)}) and next.quantity ${sign} one.quantity`;
export const movedBy = (contribution: string, kind: string) => sql`
  select from contribution_movements m join contributions c on c.id = m.contribution_id
  join agreements a on a.id = c.agreement_id
  where a.reference || '/M' || c.number = ${contribution} and m.kind = ${kind}`;
