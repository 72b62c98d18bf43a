import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { currentKeys, documentHash } from "./document.ts";
import { peopleErrors } from "./errors.ts";
import { personInput } from "./model.ts";
import { newDataKey, sealValue } from "./seal-fields.ts";
import { insertVault, subjectOf } from "./store.ts";

/**
 * Registers a person by her document: her fields are sealed with a key of her own, and the journal holds them sealed
 * too. A document that an import has met before keeps its subject.
 * @throws `people.document_taken` when the person is registered already, `people.keys_missing`
 */
export const registerPerson = defineAct({
  name: "people.register",
  permission: "people.register",
  scope: "somewhere",
  input: personInput,
  output: z.object({ subject: z.uuid() }),
  async run(ctx, { space, document, person }) {
    const at = ctx.clock.now();
    const hash = documentHash(ctx.keys, document);
    const keyNumber = currentKeys(ctx.keys).number;
    const subject = await subjectOf(ctx.tx, { hash, space, keyNumber, newId: ctx.ids.random(), at });
    const { dataKey, wrapped, number } = newDataKey(ctx.keys, subject);
    const fields = sealValue(dataKey, subject, { ...person, documents: [document] });
    const isNew = await insertVault(
      ctx.tx,
      { subject_id: subject, wrapped_key: wrapped, key_number: number, fields },
      at,
    );
    if (!isNew) throw peopleErrors.document_taken({ type: document.type });
    await ctx.journal({
      object: { kind: "person", id: subject },
      after: { sealed: fields.toString("base64") },
    });
    return { subject };
  },
});
