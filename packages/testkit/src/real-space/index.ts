// Nothing about a real partner is invented: which rows of a database's real space no announcement can have given.
import { type Db, rows } from "@iltizam/core/kernel";
import { type RawBuilder, sql } from "kysely";

/** The tables that what the texts say may fill; every other table with a space stays empty in the real one. */
const announcedTables = [
  "territories",
  "organisations",
  "organisation_relations",
  "office_holders",
  "service_points",
  "documents",
  "assertions",
  "doubts",
  "agreements",
  "agreement_parents",
  "agreement_links",
  "agreement_parties",
  "agreement_assertions",
  "commitments",
  "commitment_assertions",
  "contributions",
  "contribution_assertions",
  "events",
  "event_parts",
  "event_topics",
  "event_participants",
  "event_agreements",
  "event_decisions",
  "event_assertions",
  "stated_figures",
  "recorded_drafts",
  "intakes",
];

/** Progress that stands in tables without a space of their own, or in columns of announced ones. */
const progress: Readonly<Record<string, RawBuilder<{ n: number }>>> = {
  "signed texts": sql`select count(*) as n from agreements where space = 'real' and signed_document_id is not null`,
  "states not reported": sql`
    select count(*) as n from agreements where space = 'real' and state not in ('lead', 'drafting') and not reported`,
  approvals: ofReal("approvals"),
  signatures: ofReal("signatures"),
  amendments: ofReal("amendments"),
  "signed targets": sql`
    select count(*) as n from commitment_targets t join commitments c on c.id = t.commitment_id where c.space = 'real'`,
  "final commitments": sql`select count(*) as n from commitments where space = 'real' and state = 'final'`,
  deadlines: sql`select count(*) as n from commitments where space = 'real' and deadline is not null`,
  "signed amounts": sql`select count(*) as n from contributions where space = 'real' and basis = 'signed'`,
  "decisions done": sql`select count(*) as n from event_decisions where space = 'real' and done_on is not null`,
  "verifications of partners": sql`
    select count(*) as n from organisation_checks v join organisations o on o.id = v.organisation_id
    where o.space = 'real'`,
};

function ofReal(table: string): RawBuilder<{ n: number }> {
  return sql`select count(*) as n from ${sql.table(table)} x join agreements a on a.id = x.agreement_id
             where a.space = 'real'`;
}

/**
 * What is in the real space and was not announced, by its name; empty in a demo that invents nothing. A table that is
 * new falls under it without being named.
 */
export async function inventedInReality(db: Db): Promise<Record<string, number>> {
  const tables = await rows(
    db,
    sql<{ name: string }>`
      select c.table_name as name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.column_name = 'space' and t.table_type = 'BASE TABLE'
        and not c.table_name = any(${announcedTables}::text[]) order by 1`,
  );
  const counted = [
    ...tables.map(
      ({ name }) =>
        [
          name,
          sql<{ n: number }>`select count(*) as n from ${sql.table(name)} where space = 'real'`,
        ] as const,
    ),
    ...Object.entries(progress),
  ];
  const found = await Promise.all(
    counted.map(async ([name, query]) => [name, (await rows(db, query))[0]?.n ?? 0] as const),
  );
  return Object.fromEntries(found.filter(([, n]) => n > 0));
}
