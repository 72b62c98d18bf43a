// GET /organisations/:organisation/member-standings: what the members of a federation did, as counts without names.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, objectScope, onlyRow, rows } from "../kernel/index.ts";
import { organisationKey, organisationOf } from "../organisations/index.ts";

const counts = {
  /** Null: fewer than the threshold, or hidden so that nobody's few can be found by subtraction. */
  realised: z.int().nullable(),
  proven: z.int().nullable(),
};
const memberRow = z.object({ member: z.string(), name: z.string(), ...counts });
type CountRow = {
  readonly member: string | null;
  readonly name: string | null;
  readonly indicator: string;
  readonly realised: number | null;
  readonly proven: number | null;
};

/**
 * For each indicator what the members counted at the commitments that they owe, and all of them together: the sum of the
 * commitments' counts, in which somebody who counts under two promises counts twice. The rule of what is hidden stands in
 * migrations/0001_members.sql; the database tells no more than this.
 */
export const memberStandings = defineQuery({
  name: "standings.members",
  permission: "standings.read",
  scope: "object",
  input: z.object({ organisation: organisationKey }),
  output: z.object({
    /** The smallest count that is told. */
    threshold: z.int(),
    indicators: z.array(
      z.object({ indicator: z.string(), together: z.object(counts), members: z.array(memberRow) }),
    ),
  }),
  async run(ctx, { organisation }) {
    const { id } = await organisationOf(ctx.tx, organisation);
    ctx.authorise(await objectScope(ctx.tx, id));
    const { threshold } = await onlyRow(
      ctx.tx,
      sql<{ threshold: number }>`select minimum_cell() as threshold`,
    );
    const found = await rows(
      ctx.tx,
      sql<CountRow>`
        select o.reference as member, o.name, c.indicator, c.total as realised, c.proven
        from member_counts(${id}::uuid) c left join organisations o on o.id = c.member
        order by c.indicator, o.reference nulls first`,
    );
    const indicators = [...Map.groupBy(found, (row) => row.indicator)].map(([indicator, group]) => ({
      ...{ indicator, together: countsOf(group.find(({ member }) => member === null)) },
      members: group.flatMap((row) =>
        row.member === null ? [] : [{ member: row.member, name: row.name ?? row.member, ...countsOf(row) }],
      ),
    }));
    return { threshold, indicators };
  },
});

const countsOf = (row: CountRow | undefined) => ({
  realised: row?.realised ?? null,
  proven: row?.proven ?? null,
});
