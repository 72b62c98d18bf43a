// The worker thread of `readerInWorker`: takes a file, answers with what was read or why not.
import { parentPort } from "node:worker_threads";
import { DomainError, type FileToRead } from "@iltizam/core/kernel";
import { type Answer, readFile } from "./reader.ts";

async function answer(file: FileToRead): Promise<Answer> {
  try {
    return { read: await readFile(file) };
  } catch (error) {
    if (!(error instanceof DomainError))
      return { broken: error instanceof Error ? error.message : String(error) };
    const { code, status, params } = error;
    return { refused: { code, status, params } };
  }
}

parentPort?.on("message", (file: FileToRead) => {
  void answer(file).then((found) => parentPort?.postMessage(found));
});
