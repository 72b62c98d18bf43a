// Runs a program as a person would at a terminal: reads what it prints, waits for a line, ends it.
import { spawn } from "node:child_process";

export interface RunningProgram {
  readonly pid: number;
  /** Everything printed so far, on both streams. */
  printed(): string;
  /** Waits until something printed matches, and gives the match. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it has ended; a signal counts as -1. */
  readonly ended: Promise<number>;
}

export function runProgram(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string; uid?: number; gid?: number } = {},
): RunningProgram {
  const child = spawn(command, [...args], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const listeners = new Set<() => void>();
  const hear = (part: Buffer) => {
    text += part.toString();
    for (const listener of [...listeners]) listener();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<number>((done) => {
    child.once("error", (error) => {
      text += error.message;
      done(-1);
    });
    child.once("close", (code) => done(code ?? -1));
  });
  const waitFor = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const look = () => {
        const match = pattern.exec(text);
        if (match === null) return false;
        listeners.delete(look);
        done(match);
        return true;
      };
      if (look()) return;
      listeners.add(look);
      ended.then(
        (code) => look() || fail(new Error(`ended with ${code} without ${pattern}; it printed:\n${text}`)),
      );
    });
  return { pid: child.pid ?? -1, printed: () => text, waitFor, kill: (signal) => child.kill(signal), ended };
}
