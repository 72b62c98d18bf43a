import { Presets, SingleBar } from "cli-progress";
import type { Io } from "./command.ts";

export interface Progress {
  /** How much is done, in the same unit as `total`. */
  update(done: number): void;
  end(): void;
}

/** A progress bar where a person watches, and nothing at all elsewhere. */
export function progress(io: Io, label: string, total: number): Progress {
  if (!io.terminal) return { update: () => undefined, end: () => undefined };
  const bar = new SingleBar(
    { format: `${label} {bar} {percentage} % | {value} / {total} | {eta_formatted}`, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { update: (done) => bar.update(done), end: () => bar.stop() };
}

/** One bar after the other: a new label begins a new bar. */
export function stagedProgress(io: Io): {
  tell(label: string, done: number, total: number): void;
  end(): void;
} {
  let stage = "";
  let bar: Progress = { update: () => undefined, end: () => undefined };
  return {
    tell(label, done, total) {
      if (label !== stage) {
        bar.end();
        stage = label;
        bar = progress(io, label, total);
      }
      bar.update(done);
    },
    end: () => bar.end(),
  };
}
