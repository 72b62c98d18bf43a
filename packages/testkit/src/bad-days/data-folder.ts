import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for one test, which everybody may enter. */
export function testFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "iltizam-trial-"));
  chmodSync(path, 0o755);
  const remove = () => {
    endLeftServers(path);
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  };
  return { path, remove };
}

/** A test that failed half-way may have left a server; its data go with it. */
function endLeftServers(path: string): void {
  const dataDirs = [path, ...readdirSync(path).map((name) => join(path, name))];
  for (const dataDir of dataDirs.filter((folder) => existsSync(join(folder, "postgres.json")))) {
    const { pid } = postgresOf(dataDir) ?? {};
    if (pid === undefined || pid <= 1 || pid >= 2 ** 22) continue;
    try {
      process.kill(pid, "SIGQUIT");
    } catch {
      // It was a killed server's number.
    }
  }
}

/** Makes a folder with exactly these rights, whatever the process's mask. */
export function folderIn(parent: string, name: string, mode: number): string {
  const path = join(parent, name);
  mkdirSync(path);
  chmodSync(path, mode);
  return path;
}

/** The process and the port of the PostgreSQL that serves a data folder; undefined when it has left no pid file. */
export function postgresOf(dataDir: string): { readonly pid: number; readonly port: number } | undefined {
  const { home } = JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8")) as { home: string };
  const file = join(home.startsWith("/") ? home : join(dataDir, home), "data", "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]) };
}
