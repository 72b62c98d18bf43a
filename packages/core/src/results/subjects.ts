import { sql } from "kysely";
import { type Db, rows } from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";

/**
 * Refuses subjects of which the vault knows nothing, or that lie in different spaces: only persons are merged.
 * @throws `results.subject_unknown`, `results.other_space`
 */
export async function sameSpace(tx: Db, subjects: readonly string[]): Promise<void> {
  const known = await rows(
    tx,
    sql<{ id: string; space: string }>`select id, space from subjects where id = any(${subjects}::uuid[])`,
  );
  const missing = subjects.find((subject) => !known.some(({ id }) => id === subject));
  if (missing !== undefined) throw resultErrors.subject_unknown({ value: missing });
  if (new Set(known.map(({ space }) => space)).size > 1)
    throw resultErrors.other_space({ value: subjects.join(" ") });
}
