// The list of erasures, kept beside the backups: a restore of an older backup repeats what was decided since.
import { readFile } from "node:fs/promises";
import { type Context, inReading, rows } from "@iltizam/core/kernel";
import { sql } from "kysely";
import { z } from "zod";
import { codeOf } from "../postgres/index.ts";
import { backupErrors } from "./errors.ts";
import { erasuresFormat } from "./format.ts";
import { newFile } from "./new-file.ts";

const erasure = z.object({
  subject: z.uuid(),
  decidedOn: z.iso.date(),
  deadline: z.iso.date(),
  reason: z.string().min(3),
});
export type Erasure = z.infer<typeof erasure>;

const list = z.object({ format: z.literal(erasuresFormat), erasures: z.array(erasure) });

/** Writes the list of all erasures decided here. @throws `backup.file_exists`, `backup.file_unreachable` */
export async function exportErasures(ctx: Context, file: string): Promise<number> {
  const erasures = await inReading(ctx, (tx) =>
    rows(
      tx,
      sql<Erasure>`
        select subject_id as subject, decided_on as "decidedOn", deadline, reason from erasures
        order by recorded_at, subject_id`,
    ),
  );
  const text = `${JSON.stringify({ format: erasuresFormat, erasures }, null, 1)}\n`;
  await newFile(file, (handle) => handle.appendFile(text));
  return erasures.length;
}

/** @throws `backup.erasures_unreadable`, `backup.file_unreachable` */
export async function readErasures(file: string): Promise<Erasure[]> {
  const text = await readFile(file, "utf8").catch((error) => {
    throw backupErrors.file_unreachable({ file, reason: codeOf(error) });
  });
  try {
    return list.parse(JSON.parse(text)).erasures;
  } catch {
    throw backupErrors.erasures_unreadable({ file });
  }
}
