// What the database finds wrong in the copied rows: codes that name nothing, indicators that cannot be counted, one
// identity that says two things.
import { sql } from "kysely";
import { type Db, onlyRow, rows, type Space } from "../kernel/index.ts";
import { type Findings, listedFindings, nearestOf } from "../sheets/index.ts";
import { errorNamed } from "./errors.ts";

interface Fault {
  readonly line: number;
  readonly field: string;
  readonly problem: string;
  readonly value: string | null;
}

const columnOf: Readonly<Record<string, string>> = { subject: "document_number" };

/** Lists the first faults and counts the others; removes their rows. @returns how many rows were refused */
export async function refuseFaults(tx: Db, space: Space, findings: Findings): Promise<number> {
  await sql`drop table if exists pg_temp.incoming_faults`.execute(tx);
  await sql`
    create temp table incoming_faults on commit drop as select * from incoming_problems(${space})`.execute(
    tx,
  );
  const { lines } = await onlyRow(
    tx,
    sql<{ lines: number }>`select count(distinct line) as lines from incoming_faults`,
  );
  if (lines === 0) return 0;
  await listFaults(tx, space, findings);
  await sql`delete from incoming where line in (select line from incoming_faults)`.execute(tx);
  return lines;
}

async function listFaults(tx: Db, space: Space, findings: Findings): Promise<void> {
  const listed = await rows(
    tx,
    sql<Fault>`select line, field, problem, value from incoming_faults order by line limit ${listedFindings}`,
  );
  const counted = await rows(
    tx,
    sql<Omit<Fault, "line" | "value"> & { count: number }>`
      select field, problem, count(*) as count from incoming_faults group by 1, 2`,
  );
  const nearest = await nearestCommitments(tx, space, listed);
  for (const { line, field, problem, value } of listed) {
    const near = problem === "commitment_unknown" && value !== null ? nearest.get(value) : undefined;
    const told = near === undefined ? value : `${value} (${near} ?)`;
    findings.add({ row: line, column: columnOf[field] ?? field, value, error: errorNamed(problem, told) });
  }
  for (const { field, problem, count } of counted) {
    const shown = listed.filter((fault) => fault.field === field && fault.problem === problem).length;
    if (count > shown)
      findings.addCounted(errorNamed(problem, null).code, columnOf[field] ?? field, count - shown);
  }
}

/** For each commitment that is not known, the reference that comes nearest. */
async function nearestCommitments(
  tx: Db,
  space: Space,
  faults: readonly Fault[],
): Promise<Map<string, string>> {
  const unknown = new Set(
    faults.flatMap(({ problem, value }) => (problem === "commitment_unknown" && value ? value : [])),
  );
  if (unknown.size === 0) return new Map();
  const known = await rows(
    tx,
    sql<{ reference: string }>`
      select a.reference || '/' || c.number as reference from commitments c join agreements a on a.id = c.agreement_id
      where c.space = ${space} and c.state <> 'withdrawn'`,
  );
  const references = known.map(({ reference }) => reference);
  const pairs = [...unknown].slice(0, 50).map((typed) => [typed, nearestOf(typed, references)] as const);
  return new Map(pairs.flatMap(([typed, near]) => (near === undefined ? [] : [[typed, near]])));
}
