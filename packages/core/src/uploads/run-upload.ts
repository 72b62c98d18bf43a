// Tries or records one sheet that waits: the job's work, done in the name of who sent it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { sql } from "kysely";
import { z } from "zod";
import { type Context, DomainError, defineAct, firstRow, together } from "../kernel/index.ts";
import { openPersonalFile } from "../people/index.ts";
import { openSheet } from "../sheets/index.ts";
import { uploadErrors } from "./errors.ts";
import { holdsPersons, importSheetOf } from "./kinds.ts";
import { outcomeToKeep, type UploadOutcome, withoutCells } from "./model.ts";
import { destroySheet } from "./send-sheet.ts";
import { type UploadRow, uploadOf } from "./store.ts";

/** Of the uploads that wait, the first, which is this caller's from now on; null when none waits. */
export const claimUpload = defineAct({
  name: "uploads.claim",
  permission: "uploads.run",
  journalsItself: true,
  input: z.object({}),
  output: z.object({ upload: z.uuid().nullable() }),
  async run(ctx) {
    const found = await firstRow(
      ctx.tx,
      sql<{ id: string }>`
        update sheet_uploads set state = 'running', begun_at = ${ctx.clock.now()}
        where id = (select id from sheet_uploads where state = 'waiting' order by recorded_at limit 1
                    for update skip locked)
        returning id`,
    );
    return { upload: found?.id ?? null };
  },
});

/** Runs the import of a claimed upload and keeps what came of it; a refusal is an outcome too. */
export async function runUpload(ctx: Context, upload: string): Promise<void> {
  const row = await inOne(ctx, (inner) => uploadOf(inner.transaction ?? inner.db, upload));
  const folder = await mkdtemp(join(tmpdir(), "iltizam-sheet-"));
  try {
    const outcome = await importFile(ctx, row, join(folder, basename(row.name) || "sheet"));
    await keep(ctx, row, { outcome });
  } catch (error) {
    const refused = error instanceof DomainError ? error : uploadErrors.broken();
    await keep(ctx, row, { refusal: { code: refused.code, params: withoutCells(refused.params) } });
    if (refused !== error) throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const inOne = <T>(ctx: Context, run: (ctx: Context) => Promise<T>) => together(ctx, "uploads.run", run);

async function importFile(ctx: Context, row: UploadRow, path: string): Promise<UploadOutcome> {
  const { kind, space, source, dryRun, partial, actor } = row;
  const { sheet, run } = importSheetOf(kind);
  await writeFile(path, await bytesOf(ctx, row), { mode: 0o600 });
  const tell = teller(ctx, row.id);
  const file = await openSheet(path, sheet, (bytes) => tell({ bytes }));
  const sender = { ...ctx, actor };
  const outcome = await run(sender, {
    ...{ file, space, source, dryRun, partial },
    progress: { stage: (stage) => tell({ stage }) },
  });
  return outcomeToKeep(outcome, file.places, !holdsPersons(kind));
}

async function bytesOf(ctx: Context, { hash }: UploadRow): Promise<Buffer> {
  if (hash === null) throw uploadErrors.not_tried();
  return inOne(ctx, (inner) => openPersonalFile(inner, hash));
}

/** Writes how far it is, at most twice a second, on a connection of its own. */
function teller(ctx: Context, upload: string) {
  let last = 0;
  return ({ stage = null, bytes = null }: { stage?: string | null; bytes?: number | null }) => {
    if (stage === null && Date.now() - last < 500) return;
    last = Date.now();
    void inOne(ctx, async ({ transaction }) => {
      await sql`
        update sheet_uploads set stage = coalesce(${stage}, stage), bytes_read = coalesce(${bytes}::int, bytes_read)
        where id = ${upload} and state = 'running'`.execute(transaction ?? ctx.db);
    }).catch(() => undefined);
  };
}

interface Kept {
  readonly outcome?: UploadOutcome;
  readonly refusal?: object;
}

function keep(ctx: Context, row: UploadRow, { outcome, refusal }: Kept): Promise<void> {
  const isOver = outcome?.recorded === true;
  const state = refusal ? "refused" : isOver ? "recorded" : "tried";
  return keepOutcome(ctx, {
    ...{ upload: row.id, state, outcome: outcome ?? null, refusal: refusal ?? null },
  }).then(() => undefined);
}

export const keepOutcome = defineAct({
  name: "uploads.keep_outcome",
  permission: "uploads.run",
  journalsItself: true,
  input: z.object({
    upload: z.uuid(),
    state: z.enum(["tried", "recorded", "refused"]),
    outcome: z.custom<UploadOutcome | null>(),
    refusal: z.custom<object | null>(),
  }),
  output: z.object({}),
  async run(ctx, { upload, state, outcome, refusal }) {
    await sql`
      update sheet_uploads set state = ${state}, outcome = ${outcome === null ? null : JSON.stringify(outcome)}::jsonb,
        refusal = ${refusal === null ? null : JSON.stringify(refusal)}::jsonb, stage = null, ended_at = ${ctx.clock.now()}
      where id = ${upload}`.execute(ctx.tx);
    if (state !== "tried") await destroySheet(ctx, upload);
    return {};
  },
});

/**
 * Destroys the files of uploads that nobody recorded within a day, and gives back to the others what a server that
 * stopped had begun.
 */
export const tidyUploads = defineAct({
  name: "uploads.tidy",
  permission: "uploads.run",
  journalsItself: true,
  input: z.object({}),
  output: z.object({}),
  async run(ctx) {
    const now = ctx.clock.now().getTime();
    const old = new Date(now - 24 * 3_600_000);
    const stuck = new Date(now - 3_600_000);
    await sql`update sheet_uploads set state = 'waiting' where state = 'running' and begun_at < ${stuck}`.execute(
      ctx.tx,
    );
    const { rows: found } = await sql<{ id: string }>`
      select id from sheet_uploads where file_hash is not null and state = 'tried' and recorded_at < ${old}
      limit 100`.execute(ctx.tx);
    for (const { id } of found) await destroySheet(ctx, id);
    return {};
  },
});
