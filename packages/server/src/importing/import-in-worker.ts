// The worker thread of `runInWorker`: reads the uploads that it is told of, one after the other. What came of one is kept
// in the upload itself.
import { parentPort, workerData } from "node:worker_threads";
import { systemActor } from "@iltizam/core/kernel";
import { runUpload } from "@iltizam/core/uploads";
import { openContext } from "../compose/index.ts";

export interface ImportPlace {
  readonly appUrl: string;
  readonly dataDir: string;
}

/** What the worker answers: the upload is over, or why reading broke off. */
export interface Over {
  readonly broken: string | null;
}

const { appUrl, dataDir } = workerData as ImportPlace;
const { ctx } = await openContext({
  ...{ appUrl, dataDir, actor: systemActor, name: "iltizam-import", connections: 3 },
});

parentPort?.on("message", (upload: string) => {
  const tell = (broken: string | null) => parentPort?.postMessage({ broken } satisfies Over);
  runUpload(ctx, upload).then(
    () => tell(null),
    (error: unknown) => tell(error instanceof Error ? error.message : String(error)),
  );
});
