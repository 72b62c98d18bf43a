// The register as it stands: the latest version that was kept, and what ships with the product where none was.
import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineAct, defineQuery, firstRow, onlyRow, rows } from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";
import { type Processing, processing } from "./processing.ts";

const shipped = z
  .array(processing)
  .parse(JSON.parse(readFileSync(new URL("register.json", import.meta.url), "utf8")));

/** The processing as it ships with the product, if it does. */
export const shippedProcessing = (code: string): Processing | undefined =>
  shipped.find((one) => one.code === code);

const registered = processing.extend({
  /** 0: as it ships. */
  version: z.int(),
  recordedAt: z.string().nullable(),
});
export type Registered = z.infer<typeof registered>;

/** All processings of the register, by code. */
export async function readProcessings(db: Db): Promise<Registered[]> {
  const kept = await rows(
    db,
    sql<{ content: unknown; version: number; recordedAt: string }>`
      select distinct on (code) content, version, to_json(recorded_at) #>> '{}' as "recordedAt"
      from processing_versions order by code, version desc`,
  );
  const changed = kept.map(({ content, ...rest }) => ({ ...processing.parse(content), ...rest }));
  const codes = new Set(changed.map(({ code }) => code));
  const untouched = shipped.filter(({ code }) => !codes.has(code));
  return [...changed, ...untouched.map((one) => ({ ...one, version: 0, recordedAt: null }))].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );
}

/** @throws `people.processing_unknown` */
export async function readProcessing(db: Db, code: string): Promise<Processing> {
  const found = (await readProcessings(db)).find((one) => one.code === code);
  if (found === undefined) throw peopleErrors.processing_unknown({ code });
  return found;
}

export const listProcessings = defineQuery({
  name: "people.processings",
  permission: "processings.read",
  scope: "somewhere",
  input: z.object({}),
  output: z.object({ processings: z.array(registered) }),
  run: async (ctx) => ({ processings: await readProcessings(ctx.tx) }),
});

/** Keeps what the register says of a processing as its next version. */
export const keepProcessing = defineAct({
  name: "people.keep_processing",
  permission: "processings.keep",
  input: z.object({ processing, reason: z.string().trim().min(3).max(500) }),
  output: z.object({ code: z.string(), version: z.int() }),
  async run(ctx, { processing: given, reason }) {
    const { code } = given;
    // of two at once the second has the version after the first one's
    await sql`select pg_advisory_xact_lock(hashtextextended('iltizam.processing ' || ${code}, 0))`.execute(
      ctx.tx,
    );
    const before = (await readProcessings(ctx.tx)).find((one) => one.code === code);
    const { version } = await onlyRow(
      ctx.tx,
      sql<{ version: number }>`
        insert into processing_versions (code, version, content, reason, recorded_by, recorded_at)
        select ${code}, coalesce(max(version), 0) + 1, ${JSON.stringify(given)}::jsonb, ${reason}, ${ctx.actor.id},
               ${ctx.clock.now()}
        from processing_versions where code = ${code}
        returning version`,
    );
    await ctx.journal({ object: { kind: "processing", id: code }, before, after: given, reason });
    return { code, version };
  },
});

const wording = z.object({
  version: z.int(),
  fr: z.string(),
  ar: z.string(),
  from: z.string(),
});

/** The words by which consent is asked, the latest version. */
export function readWording(db: Db, code: string, on: string) {
  return firstRow(
    db,
    sql<z.infer<typeof wording>>`
      select version, text_fr as fr, text_ar as ar, effective_from as "from" from consent_wordings
      where processing = ${code} and effective_from <= ${on} order by version desc limit 1`,
  );
}

export const listWordings = defineQuery({
  name: "people.consent_wordings",
  permission: "processings.read",
  scope: "somewhere",
  input: z.object({ processing: z.string().min(1).max(60) }),
  output: z.object({ wordings: z.array(wording) }),
  async run(ctx, { processing: code }) {
    const found = await rows(
      ctx.tx,
      sql<z.infer<typeof wording>>`
        select version, text_fr as fr, text_ar as ar, effective_from as "from" from consent_wordings
        where processing = ${code} order by version desc`,
    );
    return { wordings: found };
  },
});
