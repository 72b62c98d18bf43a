import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { currentKeys, sealedDocument } from "./document.ts";
import { peopleErrors } from "./errors.ts";
import { holdKeys } from "./hold-keys.ts";
import { hasContact, personInput } from "./model.ts";
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
    await holdKeys(ctx);
    const sealed = sealedDocument(ctx.keys, document);
    const keyNumber = currentKeys(ctx.keys).number;
    const subject = await subjectOf(ctx.tx, {
      document: sealed,
      space,
      keyNumber,
      newId: ctx.ids.random(),
      at,
    });
    const { dataKey, wrapped, number } = newDataKey(ctx.keys, subject);
    const fields = sealValue(dataKey, subject, person);
    const isNew = await insertVault(
      ctx.tx,
      {
        ...{ subject_id: subject, wrapped_key: wrapped, key_number: number, fields },
        has_contact: hasContact(person),
      },
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
