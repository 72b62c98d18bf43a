import { sql } from "kysely";
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { editionOf, takeTurn } from "./store.ts";

const words = z.string().trim().min(1).max(1000);

/**
 * Says something about an edition that has left, on every page of it, in three languages. Its figures stay as they are: what
 * is wrong in them is put right by an edition that supersedes it. @throws `publishing.edition_unknown`
 */
export const noteOnEdition = defineAct({
  name: "publishing.note",
  permission: "publishing.correct",
  input: z.object({
    number: z.coerce.number().int().positive().max(2_147_483_647),
    text: z.object({ fr: words, ar: words, en: words }),
  }),
  output: z.object({ note: z.uuid() }),
  async run(ctx, { number, text }) {
    await takeTurn(ctx.tx);
    await editionOf(ctx.tx, number);
    const note = ctx.ids.next();
    await sql`
      insert into edition_notes (id, edition, text_fr, text_ar, text_en, noted_at)
      values (${note}, ${number}, ${text.fr}, ${text.ar}, ${text.en}, ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "edition", id: String(number) }, after: { text } });
    return { note };
  },
});
