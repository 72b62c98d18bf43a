// Gives an organisation its next official name; the one before stays, with the days on which it held.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineAct, firstRow, plainDate } from "../kernel/index.ts";
import { organisationErrors } from "./errors.ts";
import { type NameLanguage, nameLanguage, organisationKey, organisationName } from "./model.ts";
import { endOfficialName, insertNames, organisationOf, organisationScope, setPresentName } from "./store.ts";

export const renameOrganisation = defineAct({
  name: "organisations.rename",
  permission: "organisations.edit",
  input: z.object({
    organisation: organisationKey,
    name: organisationName,
    language: nameLanguage.default("fr"),
    /** The first day of the new name. */
    from: plainDate,
    reason: z.string().trim().min(1).max(2000).nullish(),
  }),
  output: z.object({ id: z.uuid(), formerName: z.string().nullable() }),
  scope: "object",
  async run(ctx, given) {
    const organisation = await organisationOf(ctx.tx, given.organisation);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    const present = await officialName(ctx.tx, organisation.id, given.language);
    if (present?.name === given.name) throw organisationErrors.same_name({ name: given.name });
    if (present?.valid_from && present.valid_from >= given.from)
      throw organisationErrors.renamed_later({
        name: present.name,
        from: present.valid_from,
        day: given.from,
      });
    await endOfficialName(ctx.tx, organisation.id, given.language, dayBefore(given.from));
    const { name, language, from } = given;
    await insertNames(ctx.tx, organisation.id, [{ name, language, kind: "official", from }]);
    await setPresentName(ctx.tx, organisation.id, language, name);
    await ctx.journal({
      object: { kind: "organisation", id: organisation.id },
      before: { name: present?.name ?? null, language },
      after: { name, language, from },
      reason: given.reason,
    });
    await ctx.emit({ type: "organisations.renamed", objectId: organisation.id, payload: { name, language } });
    return { id: organisation.id, formerName: present?.name ?? null };
  },
});

function officialName(tx: Db, organisationId: string, language: NameLanguage) {
  return firstRow(
    tx,
    sql<{ name: string; valid_from: string | null }>`
      select name, valid_from from organisation_names
      where organisation_id = ${organisationId} and language = ${language} and kind = 'official'
      for update`,
  );
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
