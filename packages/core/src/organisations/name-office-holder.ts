// Names who holds an office in an organisation, by name and function as a text gives them. Saying it twice gives the
// same office-holder; a function without a name is one too («the wali», unnamed).
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineAct, onlyRow, plainDate } from "../kernel/index.ts";
import { organisationErrors } from "./errors.ts";
import { organisationKey, organisationName } from "./model.ts";
import { organisationOf, organisationScope } from "./store.ts";

export const nameOfficeHolder = defineAct({
  name: "organisations.name_office_holder",
  permission: "organisations.edit",
  input: z.object({
    organisation: organisationKey,
    name: organisationName.nullable(),
    function: organisationName,
    from: plainDate.nullish(),
    to: plainDate.nullish(),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, given) {
    const organisation = await organisationOf(ctx.tx, given.organisation);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    const from = given.from ?? null;
    const to = given.to ?? null;
    if (from !== null && to !== null && from > to) throw organisationErrors.period_reversed({ from, to });
    const holder = { ...given, id: ctx.ids.next(), from, to };
    const id = await keepOfficeHolder(ctx.tx, {
      ...holder,
      organisationId: organisation.id,
      space: organisation.space,
    });
    await ctx.journal({
      object: { kind: "office_holder", id },
      after: { ...given, organisation: organisation.id },
    });
    return { id };
  },
});

interface OfficeHolder {
  readonly id: string;
  readonly space: string;
  readonly organisationId: string;
  readonly name: string | null;
  readonly function: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** The end of an office may become known later: it is filled in, never removed. */
async function keepOfficeHolder(tx: Db, holder: OfficeHolder): Promise<string> {
  const row = await onlyRow(
    tx,
    sql<{ id: string }>`
      insert into office_holders (id, space, organisation_id, name, function, held_from, held_to)
      values (${holder.id}, ${holder.space}, ${holder.organisationId}, ${holder.name}, ${holder.function},
              ${holder.from}, ${holder.to})
      on conflict (organisation_id, name, function, held_from)
      do update set held_to = coalesce(excluded.held_to, office_holders.held_to)
      returning id`,
  );
  return row.id;
}
