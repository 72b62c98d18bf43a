// The page's side of rows-worker.ts: a question, and a promise of its answer.
import type { Asked } from "./rows-worker.ts";
import type { Corrections, SheetForm } from "./sheet-rows.ts";

export interface SheetBeside {
  rows(numbers: readonly number[]): Promise<readonly (readonly string[])[]>;
  /** The whole sheet with the corrections, as CSV. */
  file(corrections: Corrections): Promise<Uint8Array>;
  /** A workbook with what is wrong in a last column. */
  errors(told: Omit<Extract<Asked, { what: "errors" }>, "what">): Promise<Uint8Array>;
  close(): void;
}

export async function openBeside(file: Blob, form: SheetForm): Promise<SheetBeside> {
  const worker = new Worker(new URL("./rows-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, { done: (given: unknown) => void; fail: (error: Error) => void }>();
  worker.onmessage = ({ data }: MessageEvent<{ id: number; given?: unknown; error?: string }>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error !== undefined) asker?.fail(new Error(data.error));
    else asker?.done(data.given);
  };
  worker.onerror = (event) => {
    for (const { fail } of waiting.values()) fail(new Error(event.message));
  };
  let last = 0;
  const ask = <Given>(asked: Asked) =>
    new Promise<Given>((done, fail) => {
      last += 1;
      waiting.set(last, { done: (given) => done(given as Given), fail });
      worker.postMessage({ id: last, asked });
    });
  await ask<number>({ what: "open", bytes: new Uint8Array(await file.arrayBuffer()), form });
  return {
    rows: (numbers) => ask({ what: "rows", numbers }),
    file: (corrections) => ask({ what: "file", corrections }),
    errors: (told) => ask({ what: "errors", ...told }),
    close: () => worker.terminate(),
  };
}
