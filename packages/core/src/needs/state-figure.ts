import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import {
  type ActContext,
  defineAct,
  firstRow,
  keyText,
  lineText,
  onlyRow,
  type Scope,
  type Space,
  space,
} from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { needErrors } from "./errors.ts";
import { figureKind } from "./model.ts";

const input = z.object({
  space,
  kind: figureKind,
  /** Null: stated without a number (an intention, a past programme). */
  quantity: z.number().nullable().default(null),
  unit: keyText.nullable().default(null),
  currency: keyText.nullable().default(null),
  per: z.enum(["person", "person_month"]).nullable().default(null),
  /** Of a share: the figure that it is a share of. */
  of: z.uuid().nullable().default(null),
  sectors: z.array(keyText).default([]),
  /** False for «notably»: the sectors named are not all. */
  sectorsExhaustive: z.boolean().default(false),
  populations: z.array(keyText).default([]),
  /** What the figure is about, in the words of the field. */
  subject: lineText.trim().min(1).nullable().default(null),
  territoryId: z.uuid().nullable().default(null),
  organisation: organisationKey.nullable().default(null),
  officeHolderId: z.uuid().nullable().default(null),
  eventId: z.uuid().nullable().default(null),
  agreement: keyText.nullable().default(null),
  assertion: z.uuid().nullable().default(null),
});
type Given = z.output<typeof input>;

/**
 * Records a figure that somebody stated and nobody promised: a need, a past result, a capacity, an intention, a past
 * programme, a share of another figure. It never enters a target or a result.
 * @throws `needs.share_of_what`, `nothing_stated`, `unknown`, `other_space`, `territory_unknown`, `population_unknown`,
 * `office_holder_unknown`, `assertion_unknown`
 */
export const stateFigure = defineAct({
  name: "needs.state_figure",
  permission: "needs.edit",
  scope: "object",
  input,
  output: z.object({ id: z.uuid() }),
  async run(ctx, given) {
    if ((given.kind === "share") !== (given.of !== null))
      throw needErrors.share_of_what({ kind: given.kind });
    if (given.quantity === null && given.subject === null)
      throw needErrors.nothing_stated({ kind: given.kind });
    const agreement = given.agreement && (await agreementOf(ctx.tx, given.agreement));
    if (agreement && agreement.space !== given.space)
      throw needErrors.other_space({ object: agreement.reference });
    const scope = agreement ? await agreementScope(ctx.tx, agreement) : {};
    ctx.authorise(await withTerritory(ctx, scope, given.territoryId));
    await checkNamed(ctx, given);
    const organisation =
      given.organisation && (await organisationInSpace(ctx.tx, given.space, given.organisation));
    const id = ctx.ids.next();
    const { kind, quantity, unit, currency, per, sectors, populations, subject } = given;
    await sql`
      insert into stated_figures (id, space, kind, quantity, unit, currency, per, of_figure_id, sectors,
                                  sectors_exhaustive, populations, subject, territory_id, organisation_id,
                                  office_holder_id, event_id, agreement_id, assertion_id, recorded_at)
      values (${id}, ${given.space}, ${kind}, ${quantity}, ${unit}, ${currency}, ${per}, ${given.of},
              ${sectors}::text[], ${given.sectorsExhaustive}, ${populations}::text[], ${subject}, ${given.territoryId},
              ${organisation ? organisation.id : null}, ${given.officeHolderId}, ${given.eventId},
              ${agreement ? agreement.id : null}, ${given.assertion}, ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "stated_figure", id }, after: { kind, quantity, unit, subject } });
    await ctx.emit({ type: "needs.stated", objectId: id, payload: { kind } });
    return { id };
  },
});

async function withTerritory(ctx: ActContext, scope: Scope, territoryId: string | null): Promise<Scope> {
  const { path } = await onlyRow(
    ctx.tx,
    sql<{ path: string[] | null }>`select territory_path(${territoryId}::uuid) as path`,
  );
  return { ...scope, territoryPath: [...(scope.territoryPath ?? []), ...(path ?? [])] };
}

/** Everything that the figure names lies in its space. */
async function checkNamed(ctx: ActContext, given: Given): Promise<void> {
  const inSpace = async (id: string | null, table: RawBuilder<unknown>): Promise<boolean> =>
    id === null || (await firstRow(ctx.tx, ofSpace(table, id, given.space))) !== undefined;
  const { territoryId: territory, officeHolderId: officeHolder, assertion, of: figure } = given;
  if (!(await inSpace(territory, sql`territories`))) throw needErrors.territory_unknown({ territory });
  if (!(await inSpace(officeHolder, sql`office_holders`)))
    throw needErrors.office_holder_unknown({ officeHolder });
  if (!(await inSpace(assertion, sql`assertions`))) throw needErrors.assertion_unknown({ assertion });
  if (!(await inSpace(figure, sql`stated_figures`))) throw needErrors.unknown({ figure });
  const missing = await firstRow(
    ctx.tx,
    sql<{ code: string }>`
      select code from unnest(${given.populations}::text[]) as given (code)
      where not exists (select from populations p where p.code = given.code)`,
  );
  if (missing) throw needErrors.population_unknown({ population: missing.code });
}

const ofSpace = (table: RawBuilder<unknown>, id: string, inSpace: Space) =>
  sql`select from ${table} where id = ${id} and space = ${inSpace}`;
