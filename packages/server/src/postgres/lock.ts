// A hold on a data folder is a listening socket, which the system releases with its process: a lock file would outlive
// a killed one. Who holds a folder answers, to whoever connects, with one line about itself.
import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { codeOf } from "./failures.ts";

export interface Hold {
  release(): Promise<void>;
}

/** Runs `act` while nobody else starts or stops the database of this folder; waits for whoever does. */
export async function withLock<Result>(dataDir: string, act: () => Promise<Result>): Promise<Result> {
  let hold = await tryHold(dataDir, "database", () => "");
  while (hold === undefined) {
    await sleep(50);
    hold = await tryHold(dataDir, "database", () => "");
  }
  try {
    return await act();
  } finally {
    await hold.release();
  }
}

/** Takes the hold of that purpose on a folder, or gives undefined when somebody has it. */
export async function tryHold(
  dataDir: string,
  purpose: string,
  say: () => string,
): Promise<Hold | undefined> {
  const address = addressFor(dataDir, purpose);
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.end(say());
  });
  const refusal = await new Promise<unknown>((done) => {
    server.once("error", done);
    server.listen(address, () => done(undefined));
  });
  if (refusal === undefined) {
    server.unref();
    return { release: () => close(server) };
  }
  if (codeOf(refusal) !== "EADDRINUSE") throw refusal;
  // Only sockets that are files outlive their process.
  if (address.startsWith("/") && (await askHolder(dataDir, purpose)) === undefined)
    rmSync(address, { force: true });
  return undefined;
}

/** What the holder of a folder says of itself; undefined when nobody holds it. */
export function askHolder(dataDir: string, purpose: string): Promise<string | undefined> {
  return new Promise((done) => {
    let text = "";
    const socket = connect(addressFor(dataDir, purpose));
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (part) => {
      text += part;
    });
    socket.once("error", () => done(undefined));
    socket.once("close", () => done(text));
  });
}

function close(server: Server): Promise<void> {
  server.ref();
  return new Promise((done) => {
    server.close(() => done());
  });
}

function addressFor(dataDir: string, purpose: string): string {
  const name = `iltizam-${purpose}-${createHash("sha256").update(dataDir).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.lock`);
}
