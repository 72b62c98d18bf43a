import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { requireGround } from "./consent.ts";
import { peopleErrors } from "./errors.ts";
import { personFields } from "./model.ts";
import { openPerson } from "./open-person.ts";
import { readVault } from "./store.ts";

export const reasonText = z.string().trim().min(10).max(500);

/**
 * Shows the name and the other fields of one person to somebody who says what for. The journal keeps who looked, why and
 * for which processing of the register; the data officer reads the list. The document is not among the fields.
 * @throws `people.person_unknown`, `people.processing_unknown`,
 * `people.consent_not_given` where the processing rests on consent
 */
export const unmask = defineAct({
  name: "people.unmask",
  permission: "people.unmask",
  scope: "somewhere",
  input: z.object({
    subject: z.uuid(),
    /** Code of a processing in the register. */
    processing: z.string().min(1).max(60),
    reason: reasonText,
  }),
  output: z.object({ subject: z.uuid(), person: personFields }),
  async run(ctx, { subject, processing, reason }) {
    await requireGround(ctx, processing, subject);
    const row = await readVault(ctx.tx, subject);
    if (row === undefined) throw peopleErrors.person_unknown({ subject });
    const { fields } = await openPerson(ctx, row);
    await ctx.journal({ object: { kind: "person", id: subject }, after: { processing }, reason });
    return { subject, person: fields };
  },
});
