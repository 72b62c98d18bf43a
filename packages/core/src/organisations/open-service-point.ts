// Opens a place or a vehicle where an organisation serves people: agency, employment space, mobile unit, incubator.
// Saying it twice gives the same service point.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, onlyRow, plainDate } from "../kernel/index.ts";
import { organisationKey, organisationName, servicePointKind } from "./model.ts";
import { organisationInSpace, organisationOf, organisationScope, requireTerritoryId } from "./store.ts";

export const openServicePoint = defineAct({
  name: "organisations.open_service_point",
  permission: "organisations.edit",
  input: z.object({
    organisation: organisationKey,
    kind: servicePointKind,
    name: organisationName,
    /** Null when the text does not say where. */
    territoryId: z.uuid().nullish(),
    /** Who set it up, when the organisation only operates it. */
    founder: organisationKey.nullish(),
    programme: organisationName.nullish(),
    openedOn: plainDate.nullish(),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, given) {
    const operator = await organisationOf(ctx.tx, given.organisation);
    ctx.authorise(await organisationScope(ctx.tx, operator));
    await requireTerritoryId(ctx.tx, operator.space, given.territoryId ?? null);
    const founder = given.founder ? await organisationInSpace(ctx.tx, operator.space, given.founder) : null;
    const { id } = await onlyRow(
      ctx.tx,
      sql<{ id: string }>`
        insert into service_points (id, space, organisation_id, kind, name, territory_id, founder_id, programme,
                                    opened_on)
        values (${ctx.ids.next()}, ${operator.space}, ${operator.id}, ${given.kind}, ${given.name},
                ${given.territoryId ?? null}, ${founder?.id ?? null}, ${given.programme ?? null},
                ${given.openedOn ?? null})
        on conflict (organisation_id, kind, name, territory_id)
        do update set founder_id = coalesce(excluded.founder_id, service_points.founder_id),
                      programme = coalesce(excluded.programme, service_points.programme),
                      opened_on = coalesce(excluded.opened_on, service_points.opened_on)
        returning id`,
    );
    await ctx.journal({
      object: { kind: "service_point", id },
      after: { ...given, organisation: operator.id },
    });
    return { id };
  },
});
