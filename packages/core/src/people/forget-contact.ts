import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";
import { openPerson } from "./open-person.ts";
import { sealValue } from "./seal-fields.ts";
import { readVault, updateFields } from "./store.ts";

/** Takes a person's phone, mail and address out of the vault at their term; her name stays. @throws `people.person_unknown` */
export const forgetContact = defineAct({
  name: "people.forget_contact",
  permission: "people.erase",
  input: z.object({ subject: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ subject: z.uuid() }),
  async run(ctx, { subject, reason }) {
    const row = await readVault(ctx.tx, subject);
    if (row === undefined) throw peopleErrors.person_unknown({ subject });
    const { dataKey, fields } = await openPerson(ctx, row);
    const { phone, mail, address, ...kept } = fields;
    await updateFields(ctx.tx, subject, sealValue(dataKey, subject, kept), false);
    await ctx.journal({ object: { kind: "person", id: subject }, after: { contact: "forgotten" }, reason });
    return { subject };
  },
});
