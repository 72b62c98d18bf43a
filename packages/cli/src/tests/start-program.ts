import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asOrdinaryUser, type RunningProgram, runProgram } from "@iltizam/testkit/bad-days";

const checkout = fileURLToPath(new URL("../../../..", import.meta.url)).replace(/\/$/, "");
const main = fileURLToPath(new URL("../main.ts", import.meta.url));

/** The command `iltizam start` on a data folder, on any free port unless one is named. */
export const startArgs = (dataDir: string, ...more: string[]) => [
  main,
  "start",
  "--data",
  dataDir,
  "--port",
  "0",
  ...more,
];

// The surroundings' own database must not be found.
const { PATH, HOME } = process.env;
const surroundings = { PATH, HOME, LANG: "C" };

export function startOn(dataDir: string, ...more: string[]): RunningProgram {
  return runProgram(process.execPath, startArgs(dataDir, ...more), { env: surroundings });
}

/** The same as an ordinary user, from a folder that he cannot write; `folder` is the test's own. */
export function startOrdinarily(
  folder: string,
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
): RunningProgram {
  const wrapped = asOrdinaryUser(checkout, join(folder, "checkout"), process.execPath, startArgs(dataDir));
  return runProgram(wrapped.command, wrapped.args, { env: { ...surroundings, ...env }, cwd: "/" });
}

/** Ends a start in order and waits for it. */
export function stop(program: RunningProgram): Promise<number> {
  program.kill("SIGTERM");
  return program.ended;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
