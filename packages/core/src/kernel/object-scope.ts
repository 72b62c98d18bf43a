import { sql } from "kysely";
import type { Scope } from "./actor.ts";
import { type Db, onlyRow } from "./database.ts";

/**
 * Where an object lies, for a permission that holds only there: the organisations that have a part in it, its territory
 * and its branch of the tree, each with everything above. An object without a place lies where that does through which it
 * is seen (a commitment where its agreement does). Nothing of it, when the actor does not see it.
 */
export async function objectScope(db: Db, id: string): Promise<Scope> {
  const { organisations, territories, agreements } = await onlyRow(
    db,
    sql<{ organisations: string[]; territories: string[]; agreements: string[] }>`
      select organisations, territories, agreements from scope_of(${id}::uuid)`,
  );
  return { organisations, territoryPath: territories, agreementPath: agreements };
}
