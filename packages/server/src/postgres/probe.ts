// Is the database of this folder running? Only an answer from it proves that: a live pid in postmaster.pid may be
// anybody's, and a port may have been taken by another program.
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { codeOf } from "./failures.ts";

export type Answer =
  | { readonly state: "ours"; readonly version: string }
  | { readonly state: "starting" | "absent" | "foreign" | "silent" };

export function superuserUrl(port: number, password: string, database = "postgres"): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/** Asks the server at that port whether it serves this folder. */
export async function askServer(port: number, password: string, pgdata: string): Promise<Answer> {
  const connectionString = superuserUrl(port, password);
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; version: string }>(
      "select current_setting('data_directory') as folder, current_setting('server_version') as version",
    );
    const [row] = rows;
    // A copied data folder has the same passwords and the same port: only the folder tells them apart.
    if (row === undefined || realpathSync(row.folder) !== realpathSync(pgdata)) return { state: "foreign" };
    return { state: "ours", version: row.version };
  } catch (error) {
    return { state: meaningOf(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

function meaningOf(error: unknown): "absent" | "starting" | "foreign" | "silent" {
  const code = codeOf(error);
  if (code === "ECONNREFUSED" || code === "ECONNRESET") return "absent";
  if (code === "57P03") return "starting";
  return error instanceof Error && /timeout/i.test(error.message) ? "silent" : "foreign";
}

/** Whether an error says that the server has gone, or is going, rather than that it refused something. */
export function isConnectionLost(error: unknown): boolean {
  if (/^(57P0[123]|08\w{3}|ECONN(REFUSED|RESET)|EPIPE)$/.test(codeOf(error))) return true;
  return error instanceof Error && /terminated unexpectedly|terminating connection/.test(error.message);
}

export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export function readPidFile(pgdata: string): PidFile | undefined {
  const file = join(pgdata, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Whether the process of the pid file is alive and works in this very folder. */
export function isServerAlive(pid: number, pgdata: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) === "ESRCH") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgdata);
  } catch {
    return false;
  }
}

// Above the largest pid that any system gives, so certainly nobody's.
const nobodysPid = 2 ** 30;

/**
 * After a restart of the machine the pid of the file may belong to another program, and PostgreSQL would refuse to
 * start. The file is kept: its other lines guard against orphans of the killed server that still write.
 */
export function disownPidFile(pgdata: string): void {
  const file = join(pgdata, "postmaster.pid");
  const [, ...rest] = readFileSync(file, "utf8").split("\n");
  writeFileSync(file, [nobodysPid, ...rest].join("\n"));
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
  });
}

/** The remembered port if it is free, else a free one below the range that systems give to outgoing connections. */
export async function choosePort(remembered: number | undefined): Promise<number> {
  if (remembered !== undefined && (await isPortFree(remembered))) return remembered;
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await isPortFree(port)) return port;
  }
}
