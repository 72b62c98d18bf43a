// One start or stop at a time on one data folder. The lock is a listening socket, which the system releases with its
// process: a lock file would outlive a killed one.
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./failures.ts";

/** Runs `act` while nobody else holds the lock of this folder; waits for whoever does. */
export async function withLock<Result>(dataDir: string, act: () => Promise<Result>): Promise<Result> {
  const address = addressFor(dataDir);
  let server = await tryLock(address);
  while (server === undefined) {
    await sleep(50);
    server = await tryLock(address);
  }
  try {
    return await act();
  } finally {
    await new Promise<void>((done) => server?.close(() => done()));
  }
}

function addressFor(dataDir: string): string {
  const name = `iltizam-${createHash("sha256").update(dataDir).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.lock`);
}

async function tryLock(address: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.end());
  const refusal = await new Promise<unknown>((done) => {
    server.once("error", done);
    server.listen(address, () => done(undefined));
  });
  if (refusal === undefined) return server;
  if (codeOf(refusal) !== "EADDRINUSE") throw refusal;
  if (process.platform === "darwin" && !(await answers(address))) rmSync(address, { force: true });
  return undefined;
}

function answers(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address, () => done(true));
    socket.once("error", () => done(false));
    socket.once("connect", () => socket.destroy());
  });
}
