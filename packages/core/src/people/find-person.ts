import { z } from "zod";
import { defineQuery, space } from "../kernel/index.ts";
import { documentHash, documentOf } from "./document.ts";
import { heldBy } from "./held-by.ts";
import { holdKeys } from "./hold-keys.ts";
import { findSubject, readVault } from "./store.ts";

/**
 * Whether a document is known, and under which subject. Neither the document nor a field of the person is given back:
 * `unmask` gives the fields of one person, with a reason.
 */
export const findPerson = defineQuery({
  name: "people.find",
  permission: "people.find",
  scope: "object",
  input: z.object({ space, document: documentOf }),
  output: z.object({
    subject: z.uuid().nullable(),
    /** Whether the vault holds her name; an import may know a person by her document alone. */
    isNamed: z.boolean(),
  }),
  async run(ctx, given) {
    ctx.authorise(heldBy(ctx.actor, "people.find"));
    await holdKeys(ctx);
    const found = await findSubject(ctx.tx, documentHash(ctx.keys, given.document), given.space);
    if (found === undefined) return { subject: null, isNamed: false };
    return { subject: found.id, isNamed: (await readVault(ctx.tx, found.id)) !== undefined };
  },
});
