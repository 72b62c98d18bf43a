import { z } from "zod";
import { defineQuery, may, space } from "../kernel/index.ts";
import { documentHash, documentOf } from "./document.ts";
import { personFields, sealedPerson } from "./model.ts";
import { openDataKey, openValue } from "./seal-fields.ts";
import { findSubject, readVault } from "./store.ts";

/**
 * Whether a document is known, and whose it is. The document is never given back; the person's fields only to somebody
 * who holds `people.read`.
 */
export const findPerson = defineQuery({
  name: "people.find",
  permission: "people.find",
  scope: "somewhere",
  input: z.object({ space, document: documentOf }),
  output: z.object({ subject: z.uuid().nullable(), person: personFields.nullable() }),
  async run(ctx, given) {
    const found = await findSubject(ctx.tx, documentHash(ctx.keys, given.document), given.space);
    if (found === undefined) return { subject: null, person: null };
    const row = may(ctx.actor, "people.read") ? await readVault(ctx.tx, found.id) : undefined;
    if (row === undefined) return { subject: found.id, person: null };
    const dataKey = openDataKey(ctx.keys, found.id, { wrapped: row.wrapped_key, number: row.key_number });
    const { documents, ...person } = sealedPerson.parse(openValue(dataKey, found.id, row.fields));
    return { subject: found.id, person };
  },
});
