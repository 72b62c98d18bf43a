// Sets a committee file in type. Typst runs in a thread of its own, so that nobody else waits for it.
import { Worker } from "node:worker_threads";
import type { PrintedPaper } from "./printed.ts";

/** The PDF of a file: the same bytes for the same content. */
export function typeset(paper: PrintedPaper): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./typeset-worker.ts", import.meta.url), { workerData: paper });
    worker.once("message", (pdf: Uint8Array) => resolve(pdf));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the typesetter ended with ${code}`)));
  });
}
