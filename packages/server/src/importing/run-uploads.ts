// Sheets that were sent are read beside the server: in a worker thread, so that a hundred thousand rows hold nobody up.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Context, systemActor } from "@iltizam/core/kernel";
import { claimUpload, runUpload } from "@iltizam/core/uploads";
import type { ImportPlace, Over } from "./import-in-worker.ts";

/** Reads one upload, to its end. */
export type RunUpload = (upload: string) => Promise<void>;

/** In this thread: for an installation whose keys or files this process alone has (tests). */
export const importHere = (ctx: Context): Importer => ({
  run: (upload) => runUpload({ ...ctx, actor: systemActor }, upload),
  close: async () => undefined,
});

export interface Importer {
  readonly run: RunUpload;
  close(): Promise<void>;
}

/** A thread that has had nothing to do for so long is ended: it holds memory and three connections. */
const idle = 120_000;

/** In a thread of its own, with connections of its own; it begins with the first upload and stays warm for a while. */
export function importInWorker(place: ImportPlace): Importer {
  let worker: Worker | undefined;
  let ending: NodeJS.Timeout | undefined;
  const close = async () => {
    clearTimeout(ending);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const run: RunUpload = async (upload) => {
    clearTimeout(ending);
    worker ??= new Worker(new URL("./import-in-worker.ts", import.meta.url), { workerData: place });
    worker.unref();
    worker.postMessage(upload);
    try {
      const [{ broken }] = (await once(worker, "message")) as [Over];
      if (broken !== null) throw new Error(broken);
    } catch (error) {
      await close();
      throw error;
    }
    ending = setTimeout(() => void close(), idle).unref();
  };
  return { run, close };
}

/** Takes the uploads that wait, one after the other, until none is left. */
export async function runWaitingUploads(ctx: Context, run: RunUpload): Promise<void> {
  const own = { ...ctx, actor: systemActor };
  for (let next = await claimUpload(own, {}); next.upload !== null; next = await claimUpload(own, {})) {
    await run(next.upload);
  }
}
