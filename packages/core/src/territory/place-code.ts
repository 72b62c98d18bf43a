// How a reference that is drawn says where its thing lies.
import { sql } from "kysely";
import { type Db, firstRow } from "../kernel/index.ts";

/** `R03` of a region and what lies in it, EXT abroad, NAT of the whole country. */
export async function placeCode(db: Db, territoryId: string | null): Promise<string> {
  if (territoryId === null) return "NAT";
  const row = await firstRow(
    db,
    sql<{ kind: string; code: string }>`
      select kind, code from territories
      where id = any(territory_path(${territoryId})) and kind in ('region', 'abroad')`,
  );
  if (row === undefined) return "NAT";
  return row.kind === "region" ? `R${row.code.toUpperCase().replace(/[^A-Z0-9]/g, "")}` : "EXT";
}
