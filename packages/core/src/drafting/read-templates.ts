// GET: the versions of the templates that there are; one of them whole, to be written anew from.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, plainDate, rows, space } from "../kernel/index.ts";
import { bookOf } from "./books.ts";
import { bookContent, firstBook } from "./templates.ts";

const listed = z.object({
  version: z.int(),
  date: plainDate,
  hash: z.string(),
  /** Who loaded it and why; null of the one that comes with the program. */
  loaded: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});

export const readTemplates = defineQuery({
  name: "drafting.templates",
  permission: "drafting.template",
  input: z.object({ space }),
  output: z.object({ versions: z.array(listed) }),
  async run(ctx, given) {
    const loaded = await rows(
      ctx.tx,
      sql<{ version: number; date: string; hash: string; by: string; at: Date; reason: string }>`
        select version, dated as date, hash, recorded_by_label as by, recorded_at as at, reason
        from text_templates where space = ${given.space} order by version`,
    );
    const { version, date, hash } = firstBook;
    return {
      versions: [
        { version, date, hash, loaded: null },
        ...loaded.map(({ by, at, reason, ...one }) => ({
          ...one,
          loaded: { by, at: at.toISOString(), reason },
        })),
      ],
    };
  },
});

/** @throws `drafting.template_unknown` */
export const readTemplate = defineQuery({
  name: "drafting.read_template",
  permission: "drafting.template",
  input: z.object({ space, version: z.coerce.number().int().min(1).max(32_767) }),
  output: z.object({ version: z.int(), hash: z.string(), content: bookContent }),
  async run(ctx, given) {
    const { version, hash, ...content } = await bookOf(ctx.tx, given.space, given.version);
    return { version, hash, content };
  },
});
