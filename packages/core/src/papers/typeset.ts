// Sets a paper in type. Typst runs in a thread of its own, so that nobody else waits for it.
import { Worker } from "node:worker_threads";
import type { PrintedPaper } from "./printed.ts";

const committeeFile = new URL("./committee-file.typ", import.meta.url);

/** The PDF of a file: the same bytes for the same content. */
export const typeset = (paper: PrintedPaper): Promise<Uint8Array> => typesetFile(committeeFile, paper);

/** The PDF that a Typst file makes of `data`, which it reads as `paper.json` beside it. */
export function typesetFile(main: URL, data: unknown): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./typeset-worker.ts", import.meta.url), {
      workerData: { main: main.href, data },
    });
    worker.once("message", (pdf: Uint8Array) => resolve(pdf));
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the typesetter ended with ${code}`)));
  });
}
