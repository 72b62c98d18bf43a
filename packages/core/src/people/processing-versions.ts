// How a processing stood: each version that was kept, with why, and the one that ships with the product under them.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, rows } from "../kernel/index.ts";
import { peopleErrors } from "./errors.ts";
import { processing } from "./processing.ts";
import { shippedProcessing } from "./processings.ts";

const version = z.object({
  /** 0: as it ships. */
  version: z.int(),
  content: processing,
  reason: z.string().nullable(),
  recordedAt: z.date().nullable(),
});

/** The latest first. @throws `people.processing_unknown` */
export const listVersions = defineQuery({
  name: "people.processing_versions",
  permission: "processings.read",
  scope: "somewhere",
  input: z.object({ processing: z.string().min(1).max(60) }),
  output: z.object({ versions: z.array(version) }),
  async run(ctx, { processing: code }) {
    const kept = await rows(
      ctx.tx,
      sql<{ version: number; content: unknown; reason: string; recordedAt: Date }>`
        select version, content, reason, recorded_at as "recordedAt" from processing_versions
        where code = ${code} order by version desc`,
    );
    const ships = shippedProcessing(code);
    const versions = [
      ...kept.map((one) => ({ ...one, content: processing.parse(one.content) })),
      ...(ships ? [{ version: 0, content: ships, reason: null, recordedAt: null }] : []),
    ];
    if (versions.length === 0) throw peopleErrors.processing_unknown({ code });
    return { versions };
  },
});
