// The worker thread of `runInWorker`: one upload, then it ends. What came of it is kept in the upload itself.
import { workerData } from "node:worker_threads";
import { systemActor } from "@iltizam/core/kernel";
import { runUpload } from "@iltizam/core/uploads";
import { openContext } from "../compose/index.ts";

export interface ImportPlace {
  readonly appUrl: string;
  readonly dataDir: string;
  readonly upload: string;
}

const { appUrl, dataDir, upload } = workerData as ImportPlace;
const { ctx, close } = await openContext({
  ...{ appUrl, dataDir, actor: systemActor, name: "iltizam-import", connections: 3 },
});
try {
  await runUpload(ctx, upload);
} finally {
  await close();
}
