// Which entries of the journal moved a figure: "who changed this figure, when, why".
import { type RawBuilder, sql } from "kysely";
import { agreementOf } from "../agreements/index.ts";
import { type Db, rows } from "../kernel/index.ts";
import { auditErrors } from "./errors.ts";

export const measures = ["announced", "signed", "declared", "realised", "proven"] as const;
export type Measure = (typeof measures)[number];

/** The commitments under a figure: one, or all of an agreement and of what lies below it. @throws `audit.figure_unknown` */
export async function commitmentsUnder(db: Db, figure: string): Promise<string[]> {
  const [reference = "", number] = figure.split("/");
  const { id } = await agreementOf(db, reference);
  const found = await rows(
    db,
    sql<{ id: string }>`
      with recursive below (id) as (
        select ${id}::uuid
        union
        select p.agreement_id from agreement_parents p join below b on b.id = p.parent_id where upper_inf(p.known)
      )
      select c.id from commitments c join below b on b.id = c.agreement_id
      where ${number ?? null}::smallint is null or (c.number = ${number ?? null}::smallint and c.agreement_id = ${id})`,
  );
  if (found.length === 0) throw auditErrors.figure_unknown({ figure });
  return found.map((row) => row.id);
}

const announcing = ["commitments.announce", "commitments.adopt_announced", "commitments.promise"];

/** The condition on a journal row `j` that it moved this measure of these commitments. */
export function movedBy(measure: Measure, commitments: readonly string[]): RawBuilder<boolean> {
  const ids = sql`${commitments}::uuid[]`;
  const ofCommitment = sql`j.object_kind = 'commitment' and j.object_id = any(${commitments}::text[])`;
  const facts = sql`select f.journal_id from facts f where f.commitment_id = any(${ids})`;
  const entries = (kinds: readonly string[]) => sql`
    select e.journal_id from fact_entries e join facts f on f.id = e.fact_id
    where f.commitment_id = any(${ids}) and e.kind = any(${kinds}::text[])`;
  const merges = sql`
    select m.journal_id from subject_merges m
    where exists (select from facts f where f.subject_id in (m.subject_id, m.into_id) and f.commitment_id = any(${ids}))`;
  switch (measure) {
    case "announced":
      return sql<boolean>`(${ofCommitment} and j.act = any(${announcing}::text[]))`;
    case "signed":
      return sql<boolean>`(${ofCommitment} and j.act <> 'commitments.announce')`;
    case "declared":
      return sql<boolean>`(j.object_kind = 'declaration' and j.object_id in (
        select d.id::text from declarations d where d.commitment_id = any(${ids})))`;
    case "realised":
      return sql<boolean>`(j.id in (${facts} union ${entries(["withdrawn"])} union ${merges}))`;
    case "proven":
      return sql<boolean>`(j.id in (${facts} union ${entries(["withdrawn", "verified"])} union ${merges}))`;
  }
}
