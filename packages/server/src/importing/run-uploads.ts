// Sheets that were sent are read beside the server: in a worker thread, so that a hundred thousand rows hold nobody up.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Context, systemActor } from "@iltizam/core/kernel";
import { claimUpload, runUpload } from "@iltizam/core/uploads";
import type { ImportPlace } from "./import-in-worker.ts";

/** Reads one upload, to its end. */
export type RunUpload = (upload: string) => Promise<void>;

/** In this thread: for an installation whose keys or files this process alone has (tests). */
export const runHere =
  (ctx: Context): RunUpload =>
  (upload) =>
    runUpload({ ...ctx, actor: systemActor }, upload);

/** In a thread of its own, with connections of its own. */
export const runInWorker =
  (place: Omit<ImportPlace, "upload">): RunUpload =>
  async (upload) => {
    const workerData: ImportPlace = { ...place, upload };
    const worker = new Worker(new URL("./import-in-worker.ts", import.meta.url), { workerData });
    await once(worker, "exit");
  };

/** Takes the uploads that wait, one after the other, until none is left. */
export async function runWaitingUploads(ctx: Context, run: RunUpload): Promise<void> {
  const own = { ...ctx, actor: systemActor };
  for (let next = await claimUpload(own, {}); next.upload !== null; next = await claimUpload(own, {})) {
    await run(next.upload);
  }
}
