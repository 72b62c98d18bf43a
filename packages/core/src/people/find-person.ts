import { sql } from "kysely";
import { z } from "zod";
import { type Context, dbOf, defineQuery, onlyRow, space } from "../kernel/index.ts";
import { type Document, documentHash, documentOf } from "./document.ts";
import { peopleErrors } from "./errors.ts";
import { findSubject, readVault } from "./store.ts";

/**
 * Whether a document is known, and under which subject. Neither the document nor a field of the person is given back:
 * `unmask` gives the fields of one person, with a reason.
 */
export const findPerson = defineQuery({
  name: "people.find",
  permission: "people.find",
  scope: "somewhere",
  input: z.object({ space, document: documentOf }),
  output: z.object({
    subject: z.uuid().nullable(),
    /** Whether the vault holds her name; an import may know a person by her document alone. */
    isNamed: z.boolean(),
  }),
  async run(ctx, given) {
    const hashes = await hashesOf(ctx, given.document);
    const found = await findSubject(ctx.tx, hashes, given.space);
    if (found === undefined) return { subject: null, isNamed: false };
    return { subject: found.id, isNamed: (await readVault(ctx.tx, found.id)) !== undefined };
  },
});

/** Under every generation that there is: a reading may see the vault as it was just before a rotation turned it. */
async function hashesOf(ctx: Context, document: Document): Promise<Buffer[]> {
  const { current } = await onlyRow(
    dbOf(ctx),
    sql<{ current: number | null }>`select current_generation() as current`,
  );
  if (current !== null && ctx.keys?.generations.has(current) === false) await ctx.keys.renew?.();
  const { keys } = ctx;
  if (keys === undefined || (current !== null && !keys.generations.has(current))) {
    throw keys === undefined ? peopleErrors.keys_missing() : peopleErrors.keys_outdated({ number: current });
  }
  return [...keys.generations.keys()].map((number) =>
    documentHash({ current: number, generations: keys.generations }, document),
  );
}
