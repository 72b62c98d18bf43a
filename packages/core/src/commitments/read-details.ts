import { sql } from "kysely";
import { type Db, rows } from "../kernel/index.ts";
import type { BreakdownPart } from "./break-down.ts";

/** How each commitment's open target is split. */
export async function breakdownsOf(
  db: Db,
  commitmentIds: readonly string[],
): Promise<Map<string, BreakdownPart[]>> {
  const found = await rows(
    db,
    sql<BreakdownPart & { commitment_id: string }>`
      select t.commitment_id, b.territory_id as "territoryId", b.service_point_id as "servicePointId", b.population, b.sex, b.milieu,
             b.quarter_from as "quarterFrom", b.quantity
      from commitment_targets t join commitment_breakdowns b on b.target_id = t.id
      where t.commitment_id = any(${commitmentIds}::uuid[]) and upper(t.effective) is null
      order by t.commitment_id, b.quarter_from nulls first, b.id`,
  );
  const groups = Map.groupBy(found, (row) => row.commitment_id);
  return new Map([...groups].map(([id, parts]) => [id, parts.map(({ commitment_id: _, ...part }) => part)]));
}

export interface Eligibility {
  readonly rule: string;
  readonly value: string;
}

/** Who may be counted for each commitment; a place by its code. */
export async function eligibilityOf(
  db: Db,
  commitmentIds: readonly string[],
): Promise<Map<string, Eligibility[]>> {
  const found = await rows(
    db,
    sql<Eligibility & { commitment_id: string }>`
      select e.commitment_id, e.rule, coalesce(t.scheme || ':' || t.code, e.value) as value
      from commitment_eligibility e left join territories t on t.id = e.territory_id
      where e.commitment_id = any(${commitmentIds}::uuid[]) order by e.rule, e.value`,
  );
  const groups = Map.groupBy(found, (row) => row.commitment_id);
  return new Map([...groups].map(([id, rules]) => [id, rules.map(({ rule, value }) => ({ rule, value }))]));
}

export interface Responsibility {
  readonly organisation: string;
  readonly name: string;
  readonly task: string;
}

/** Who does what for each commitment. */
export async function responsibilitiesOf(
  db: Db,
  commitmentIds: readonly string[],
): Promise<Map<string, Responsibility[]>> {
  const found = await rows(
    db,
    sql<Responsibility & { commitment_id: string }>`
      select r.commitment_id, o.reference as organisation, o.name, r.task
      from commitment_responsibilities r join organisations o on o.id = r.organisation_id
      where r.commitment_id = any(${commitmentIds}::uuid[]) order by r.task, o.name`,
  );
  const groups = Map.groupBy(found, (row) => row.commitment_id);
  return new Map(
    [...groups].map(([id, tasks]) => [
      id,
      tasks.map(({ organisation, name, task }) => ({ organisation, name, task })),
    ]),
  );
}
