// GET /agreements and GET /agreement-board: one page of agreements, and all of them by column.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, onlyRow, rows, type Space, space } from "../kernel/index.ts";
import { foldName, organisationKey, organisationOf } from "../organisations/index.ts";
import { boardColumn, boardColumnName, boardColumns } from "./board.ts";
import { type AgreementType, agreementKind, agreementType, type State, state } from "./model.ts";
import { agreementSummary, summariesOf } from "./summaries.ts";

const filter = z.object({
  space,
  kind: agreementKind.optional(),
  type: agreementType.optional(),
  state: state.optional(),
  /** The code of a region: the agreements that lie in it. */
  region: z.string().max(20).optional(),
  /** A party, by reference or id. */
  organisation: organisationKey.optional(),
  /** Words of the reference, of the titles or of a party's name. */
  text: z.string().max(200).optional(),
});
type Filter = z.output<typeof filter>;

const sorts = ["reference", "title", "state", "signed", "next_action", "recorded"] as const;

export const listAgreements = defineQuery({
  name: "agreements.list",
  permission: "agreements.read",
  scope: "somewhere",
  input: filter.extend({
    sort: z.enum(sorts).default("recorded"),
    direction: z.enum(["asc", "desc"]).default("asc"),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), agreements: z.array(agreementSummary) }),
  async run(ctx, input) {
    const kept = await keptBy(ctx.tx, input);
    const { total } = await onlyRow(ctx.tx, sql<{ total: number }>`select count(*) as total ${kept}`);
    const page = await rows(
      ctx.tx,
      sql<{ id: string }>`
        select a.id ${kept} order by ${orderOf(input.sort, input.direction)}
        limit ${input.limit} offset ${input.offset}`,
    );
    const ids = page.map((row) => row.id);
    return { total, agreements: await summariesOf(ctx.tx, ids) };
  },
});

export const readBoard = defineQuery({
  name: "agreements.board",
  permission: "agreements.read",
  scope: "somewhere",
  input: filter.extend({
    /** How many cards a column shows. */
    limit: z.int().min(1).max(500).default(20),
  }),
  output: z.array(
    z.object({ column: boardColumnName, total: z.int(), agreements: z.array(agreementSummary) }),
  ),
  async run(ctx, input) {
    const kept = await keptBy(ctx.tx, input);
    const cards = await rows(
      ctx.tx,
      sql<{ id: string; type: AgreementType | null; state: State }>`
        select a.id, a.type, a.state ${kept} order by a.next_action_on nulls last, a.reference`,
    );
    const byColumn = Map.groupBy(cards, (card) => boardColumn(card.type, card.state));
    const shown = boardColumns.flatMap((column) => (byColumn.get(column) ?? []).slice(0, input.limit));
    const summaries = await summariesOf(
      ctx.tx,
      shown.map((card) => card.id),
    );
    return boardColumns.map((column) => ({
      column,
      total: byColumn.get(column)?.length ?? 0,
      agreements: summaries.filter((one) => one.column === column),
    }));
  },
});

async function keptBy(db: Db, given: Filter): Promise<RawBuilder<unknown>> {
  const party = given.organisation ? (await organisationOf(db, given.organisation)).id : null;
  const optional = (column: RawBuilder<unknown>, value: string | undefined) =>
    value === undefined ? sql`true` : sql`${column} = ${value}`;
  return sql`
    from agreements a
    where a.space = ${given.space}
      and ${optional(sql`a.kind`, given.kind)} and ${optional(sql`a.type`, given.type)}
      and ${optional(sql`a.state`, given.state)}
      and ${given.region === undefined ? sql`true` : inRegion(given.space, given.region)}
      and (${party}::uuid is null or exists (
            select from agreement_parties p where p.agreement_id = a.id and p.organisation_id = ${party}))
      and ${withWords(given.text)}`;
}

const inRegion = (where: Space, code: string) => sql`
  a.territory_id in (
    with recursive inside (id) as (
      select id from territories where space = ${where} and kind = 'region' and code = ${code}
      union all
      select t.id from territories t join inside on t.parent_id = inside.id)
    select id from inside)`;

/** Every word stands in the reference, in a title or in the name of a party. */
function withWords(text: string | undefined): RawBuilder<unknown> {
  const words = foldName(text ?? "")
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return sql`true`;
  const conditions = words.map(
    (word) => sql`(a.folded like ${`%${word}%`} or exists (
      select from agreement_parties p join organisation_names n on n.organisation_id = p.organisation_id
      where p.agreement_id = a.id and n.folded like ${`%${word}%`}))`,
  );
  return sql.join(conditions, sql` and `);
}

function orderOf(sort: (typeof sorts)[number], direction: "asc" | "desc"): RawBuilder<unknown> {
  const way = direction === "asc" ? sql`asc` : sql`desc`;
  const columns = {
    reference: sql`a.reference ${way}`,
    title: sql`a.title ${way}`,
    state: sql`a.state ${way}`,
    signed: sql`a.signed_year ${way} nulls last, a.signed_month ${way} nulls last, a.signed_day ${way} nulls last`,
    next_action: sql`a.next_action_on ${way} nulls last`,
    recorded: sql`a.recorded_at ${way}`,
  };
  return sql`${columns[sort]}, a.id`;
}
