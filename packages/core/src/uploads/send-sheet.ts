import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, onlyRow, space } from "../kernel/index.ts";
import { forgetFiles, keepPersonalFile } from "../people/index.ts";
import { uploadErrors } from "./errors.ts";
import { holdsPersons, importSheetOf } from "./kinds.ts";
import { uploadOf } from "./store.ts";

/** A hundred thousand rows of results weigh about fifteen megabytes as CSV. */
export const largestSheet = 40 * 1024 * 1024;

/**
 * Takes a sheet in and lets it be tried, which records nothing. The caller asks `uploads.state` until it is tried.
 * @throws `uploads.kind_unknown`, `uploads.file_too_large`
 */
export const sendSheet = defineAct({
  name: "uploads.send",
  permission: "uploads.send",
  scope: "somewhere",
  input: z.object({
    space,
    kind: z.string().min(1).max(40),
    name: z.string().trim().min(1).max(200),
    base64: z.base64(),
    /** The system that results come from, where the sheet does not say it. */
    source: z.string().trim().min(2).max(40).nullish(),
  }),
  output: z.object({ upload: z.uuid() }),
  async run(ctx, { space: of, kind, name, base64, source = null }) {
    importSheetOf(kind);
    const bytes = Buffer.from(base64, "base64");
    if (bytes.length > largestSheet)
      throw uploadErrors.file_too_large({ megabytes: largestSheet / 1024 / 1024 });
    const hash = holdsPersons(kind) ? await keepPersonalFile(ctx, bytes) : await ctx.files.put(bytes);
    const upload = ctx.ids.next();
    const { id: actor, kind: sort, label, grants } = ctx.actor;
    await sql`
      insert into sheet_uploads (id, space, kind, file_name, file_hash, bytes, source, state, recorded_by, actor, recorded_at)
      values (${upload}, ${of}, ${kind}, ${name}, ${hash}, ${bytes.length}, ${source}, 'waiting', ${actor},
              ${JSON.stringify({ id: actor, kind: sort, label, grants })}::jsonb, ${ctx.clock.now()})`.execute(
      ctx.tx,
    );
    await ctx.journal({ object: { kind: "upload", id: upload }, after: { kind, file: name, space: of } });
    return { upload };
  },
});

/** Lets a sheet that was tried be recorded: whole, or its good rows. @throws `uploads.unknown`, `uploads.not_tried` */
export const recordSheet = defineAct({
  name: "uploads.record",
  permission: "uploads.send",
  scope: "somewhere",
  input: z.object({ upload: z.uuid(), partial: z.boolean().default(false) }),
  output: z.object({ upload: z.uuid() }),
  async run(ctx, { upload, partial }) {
    await uploadOf(ctx.tx, upload);
    const { changed } = await onlyRow(
      ctx.tx,
      sql<{ changed: number }>`
        with asked as (
          update sheet_uploads set state = 'waiting', dry_run = false, partial = ${partial}, stage = null, bytes_read = 0
          where id = ${upload} and state = 'tried' and file_hash is not null returning id
        )
        select count(*) as changed from asked`,
    );
    if (changed === 0) throw uploadErrors.not_tried();
    await ctx.journal({ object: { kind: "upload", id: upload }, after: { partial } });
    return { upload };
  },
});

/** Destroys the file of an upload: what came of it stays. */
export async function destroySheet(ctx: ActContext, upload: string): Promise<void> {
  const { hash } = await onlyRow(
    ctx.tx,
    sql<{ hash: string | null }>`select file_hash as hash from sheet_uploads where id = ${upload}`,
  );
  if (hash === null) return;
  await sql`update sheet_uploads set file_hash = null where id = ${upload}`.execute(ctx.tx);
  const { others } = await onlyRow(
    ctx.tx,
    sql<{ others: number }>`select count(*) as others from sheet_uploads where file_hash = ${hash}`,
  );
  if (others > 0) return;
  await forgetFiles(ctx, [hash]);
  await ctx.files.remove(hash);
}
