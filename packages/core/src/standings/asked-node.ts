// Whose standings were asked for: an agreement with everything below it, or a territory.
import { sql } from "kysely";
import { type Db, firstRow } from "../kernel/index.ts";
import { standingsErrors } from "./errors.ts";

export interface AskedNode {
  readonly kind: "agreement" | "territory";
  readonly id: string;
  readonly reference: string;
  readonly space: "real" | "simulated";
  /** Of an agreement: itself and every agreement below it, as the tree was known; else empty. */
  readonly subtree: string[];
}

/**
 * The node that a question names, or null when it asks for everything.
 * @throws `standings.agreement_unknown`, `standings.region_unknown`, `standings.one_node_only`
 */
export async function askedNode(
  db: Db,
  asked: { agreement?: string; region?: string; space?: string },
  knownOn: string,
): Promise<AskedNode | null> {
  const { agreement, region } = asked;
  if (agreement !== undefined && region !== undefined) {
    throw standingsErrors.one_node_only({ agreement, region });
  }
  if (asked.agreement !== undefined) return askedAgreement(db, asked.agreement, knownOn);
  if (asked.region === undefined) return null;
  const found = await firstRow(
    db,
    sql<AskedNode>`
      select 'territory' as kind, id, scheme || ':' || code as reference, space, '{}'::uuid[] as subtree
      from territories
      where code = ${asked.region} and kind <> 'commune'
        and (${asked.space ?? null}::text is null or space = ${asked.space ?? null})
      order by kind = 'region' desc limit 1`,
  );
  if (!found) throw standingsErrors.region_unknown({ code: asked.region });
  return found;
}

async function askedAgreement(db: Db, reference: string, knownOn: string): Promise<AskedNode> {
  const found = await firstRow(
    db,
    sql<AskedNode>`
      with recursive asked as materialized (
        select id, reference, space from agreements where reference = ${reference}
      ),
      tree (id) as (
        select id from asked
        union
        select p.agreement_id from agreement_parents p join tree on p.parent_id = tree.id
        where p.known @> ${knownOn}::date
      )
      select 'agreement' as kind, id, reference, space, (select array_agg(id) from tree) as subtree from asked`,
  );
  if (!found) throw standingsErrors.agreement_unknown({ reference });
  return found;
}
