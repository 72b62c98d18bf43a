// Adds another name under which texts and spreadsheets mention an organisation. Saying it twice changes nothing.
import { z } from "zod";
import { defineAct, plainDate } from "../kernel/index.ts";
import { organisationErrors } from "./errors.ts";
import { nameKind, nameLanguage, organisationKey, organisationName } from "./model.ts";
import { insertNames, organisationOf, organisationScope } from "./store.ts";

export const addAlias = defineAct({
  name: "organisations.add_alias",
  permission: "organisations.edit",
  input: z.object({
    organisation: organisationKey,
    name: organisationName,
    language: nameLanguage,
    /** The present official name is changed by renaming. */
    kind: nameKind.exclude(["official"]).default("alias"),
    from: plainDate.nullish(),
    to: plainDate.nullish(),
  }),
  output: z.object({ id: z.uuid(), added: z.boolean() }),
  scope: "object",
  async run(ctx, given) {
    const organisation = await organisationOf(ctx.tx, given.organisation);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    if (given.from && given.to && given.from > given.to)
      throw organisationErrors.period_reversed({ from: given.from, to: given.to });
    const added = (await insertNames(ctx.tx, organisation.id, [given])) === 1;
    await ctx.journal({ object: { kind: "organisation", id: organisation.id }, after: { ...given, added } });
    return { id: organisation.id, added };
  },
});
