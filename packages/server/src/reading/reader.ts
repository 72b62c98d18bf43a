// The core's port to reading: in a worker thread, because the engine is synchronous and a long text must not make the
// others wait; within a time limit, because a file may be made to keep a reader busy.
import { Worker } from "node:worker_threads";
import {
  DomainError,
  type ErrorParams,
  type FileToRead,
  type TextRead,
  type TextReader,
} from "@iltizam/core/kernel";
import { bodyNamed, gives } from "@iltizam/intake";
import { draftDocument } from "./draft-document.ts";
import { readingErrors } from "./errors.ts";

/** What the worker sends back. */
export type Answer =
  | { readonly read: TextRead }
  | { readonly refused: { readonly code: string; readonly status: number; readonly params: ErrorParams } }
  | { readonly broken: string };

/** Reads in this thread: for a command that does nothing else meanwhile, and for tests. */
export function readerInProcess(): TextReader {
  return { read: readFile, gives, bodyNamed };
}

/** Reads one file. @throws `reading.*` */
export async function readFile({ bytes, name, publishedOn }: FileToRead): Promise<TextRead> {
  return draftDocument(bytes, name, publishedOn === null ? {} : { publishedOn });
}

export interface WorkerReader extends TextReader {
  close(): Promise<void>;
}

const seconds = 1000;

/**
 * Reads in one worker thread, started with the first file; one file after the other.
 * @param limit milliseconds for one file; the worker of a file that takes longer is ended, and `reading.took_too_long`
 */
export function readerInWorker(limit: number = 30 * seconds): WorkerReader {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = async () => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  const read = async (file: FileToRead): Promise<TextRead> => {
    worker ??= startWorker();
    const answer = await answerOf(worker, file, limit).catch(async (error: unknown) => {
      await end();
      throw error;
    });
    if ("read" in answer) return answer.read;
    if ("refused" in answer) {
      const { code, status, params } = answer.refused;
      throw new DomainError(code, status, params);
    }
    throw new Error(answer.broken);
  };
  return {
    ...{ gives, bodyNamed },
    read(file) {
      const next = last.then(() => read(file));
      last = next.catch(() => undefined);
      return next;
    },
    close: end,
  };
}

function startWorker(): Worker {
  const worker = new Worker(new URL("./read-in-worker.ts", import.meta.url));
  worker.unref();
  return worker;
}

function answerOf(worker: Worker, file: FileToRead, limit: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    };
    const onMessage = (answer: Answer) => {
      done();
      resolve(answer);
    };
    const onError = (error: unknown) => {
      done();
      reject(error);
    };
    const onExit = () => onError(readingErrors.took_too_long({ file: file.name, seconds: limit / seconds }));
    const timer = setTimeout(onExit, limit);
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(file);
  });
}
