// Says how an organisation is called in another language. It is not renamed: the name was only missing, or wrong.
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { noteTranslation } from "../translations/index.ts";
import { organisationKey, organisationName } from "./model.ts";
import {
  insertNames,
  organisationOf,
  organisationScope,
  replaceOfficialName,
  setPresentName,
} from "./store.ts";

export const sayName = defineAct({
  name: "organisations.say_name",
  permission: "organisations.edit",
  input: z.object({
    organisation: organisationKey,
    language: z.enum(["ar", "en"]),
    name: organisationName,
    /** Whether who gives it vouches for it; an Arabic name that nobody vouches for waits for a reader. */
    reviewed: z.boolean(),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, { organisation: key, language, name, reviewed }) {
    const organisation = await organisationOf(ctx.tx, key);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    const { id, reference } = organisation;
    await replaceOfficialName(ctx.tx, id, language, name);
    await insertNames(ctx.tx, id, [{ name, language, kind: "official" }]);
    await setPresentName(ctx.tx, id, language, name);
    if (language === "ar")
      await noteTranslation(ctx, {
        ...{ kind: "organisation", key: id, field: "name", place: reference },
        ...{ original: organisation.name, content: name, reviewed },
      });
    const before = language === "ar" ? organisation.name_ar : organisation.name_en;
    await ctx.journal({
      object: { kind: "organisation", id },
      before: { name: before, language },
      after: { name, language, reviewed },
    });
    return { id };
  },
});
