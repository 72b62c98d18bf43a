// A sentence about a text, in the three languages, kept under the words in which it was recorded.
import { sql } from "kysely";
import { z } from "zod";
import type { ActContext } from "../kernel/index.ts";

export const inThree = z.object({ fr: z.string(), ar: z.string(), en: z.string() });
export type InThree = z.infer<typeof inThree>;

/** For the act that records a text, which journals. A sentence that is known keeps its words. */
export async function keepSentences(
  ctx: ActContext,
  sentences: Readonly<Record<string, InThree>>,
): Promise<void> {
  const all = Object.entries(sentences);
  const column = (of: (one: InThree) => string) => all.map(([, one]) => of(one));
  await sql`
    insert into sentences (sentence, fr, ar, en)
    select * from unnest(${all.map(([sentence]) => sentence)}::text[], ${column(({ fr }) => fr)}::text[],
                         ${column(({ ar }) => ar)}::text[], ${column(({ en }) => en)}::text[])
    on conflict (sentence) do nothing`.execute(ctx.tx);
}
