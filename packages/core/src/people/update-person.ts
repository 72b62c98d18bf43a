import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";
import { hasContact, personFields } from "./model.ts";
import { openPerson } from "./open-person.ts";
import { sealValue } from "./seal-fields.ts";
import { readVault, updateFields } from "./store.ts";

/** Changes fields of a registered person; what is not given stays. @throws `people.person_unknown` */
export const updatePerson = defineAct({
  name: "people.update",
  permission: "people.update",
  scope: "somewhere",
  input: z.object({
    subject: z.uuid(),
    fields: personFields.partial(),
    reason: z.string().trim().min(1).max(500),
  }),
  output: z.object({ subject: z.uuid() }),
  async run(ctx, { subject, fields, reason }) {
    const row = await readVault(ctx.tx, subject);
    if (row === undefined) throw peopleErrors.person_unknown({ subject });
    const { dataKey, fields: before } = await openPerson(ctx, row);
    const after = { ...before, ...fields };
    const sealed = sealValue(dataKey, subject, after);
    await updateFields(ctx.tx, subject, sealed, hasContact(after));
    await ctx.journal({
      object: { kind: "person", id: subject },
      before: { sealed: row.fields.toString("base64") },
      after: { sealed: sealed.toString("base64") },
      reason,
    });
    return { subject };
  },
});
