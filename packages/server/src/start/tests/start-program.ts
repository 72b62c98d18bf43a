import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type RunningProgram, runProgram } from "@iltizam/testkit/bad-days";

export const startScript = fileURLToPath(new URL("start-with-healthz.ts", import.meta.url));
export const isRoot = process.getuid?.() === 0;

/** A folder for one test, which everybody may enter. */
export function testFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "iltizam-start-"));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the program on a data folder, without the surrounding environment's database. */
export function startOn(
  dataDir: string,
  more: readonly string[] = [],
  options: { env?: NodeJS.ProcessEnv; uid?: number; gid?: number; cwd?: string } = {},
): RunningProgram {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...options.env };
  return runProgram(process.execPath, [startScript, "--data", dataDir, ...more], { ...options, env });
}

/** Ends a start in order and waits for it. */
export async function stop(program: RunningProgram): Promise<number> {
  program.kill("SIGTERM");
  return program.ended;
}

export function folderIn(parent: string, name: string, mode = 0o755): string {
  const path = join(parent, name);
  mkdirSync(path, { mode });
  chmodSync(path, mode);
  return path;
}

/** The process and the port of the PostgreSQL that serves a data folder; undefined when none has its pid file there. */
export function postgresOf(dataDir: string): { readonly pid: number; readonly port: number } | undefined {
  const { home } = JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8")) as { home: string };
  const file = join(home.startsWith("/") ? home : join(dataDir, home), "data", "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
