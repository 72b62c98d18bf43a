// Names the function at a partner that answers for its agreements, with the address where reminders go.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, onlyRow } from "../kernel/index.ts";
import { organisationKey, organisationName } from "./model.ts";
import { organisationOf, organisationScope } from "./store.ts";

export const addFocalPoint = defineAct({
  name: "organisations.add_focal_point",
  permission: "contacts.edit",
  input: z.object({
    organisation: organisationKey,
    function: organisationName,
    mail: z.email().nullish(),
    active: z.boolean().default(true),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, given) {
    const organisation = await organisationOf(ctx.tx, given.organisation);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    const { id } = await onlyRow(
      ctx.tx,
      sql<{ id: string }>`
        insert into focal_points (id, organisation_id, function, mail, active)
        values (${ctx.ids.next()}, ${organisation.id}, ${given.function}, ${given.mail ?? null}, ${given.active})
        on conflict (organisation_id, function, mail) do update set active = excluded.active
        returning id`,
    );
    // The mail is a person's: the journal says that it was given, not which one.
    const { mail, ...rest } = given;
    await ctx.journal({
      object: { kind: "focal_point", id },
      after: { ...rest, mail: mail ? "given" : null },
    });
    return { id };
  },
});
