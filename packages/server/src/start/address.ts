// The address that the server may listen on: nobody signs in yet, so nobody else may reach it.
import { createServer } from "node:net";
import { because, codeOf } from "../postgres/index.ts";
import { startErrors } from "./errors.ts";

export const defaultPort = 4600;
export const defaultHost = "127.0.0.1";

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/** @throws `start.host_refused` for any address that another machine could reach. */
export function requireLoopback(host: string): void {
  if (loopback.test(host)) return;
  throw startErrors.host_refused({ host });
}

/** Asks before anything is started; the port may still be taken later, and `portTaken` says the same then. */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const refusal = await new Promise<unknown>((done) => {
    const trial = createServer();
    trial.once("error", done);
    trial.listen(port, host.replace(/^\[|\]$/g, ""), () => trial.close(() => done(undefined)));
  });
  if (refusal !== undefined) throw portTaken(refusal, port);
}

/** A refusal to listen as a sentence; other errors pass unchanged. */
export function portTaken(error: unknown, port: number): unknown {
  const code = codeOf(error);
  if (code === "EADDRINUSE") {
    return because(startErrors.port_taken, { port, other: port < 65_000 ? port + 1 : defaultPort }, error);
  }
  if (code === "EACCES") {
    return because(startErrors.port_forbidden, { port, other: defaultPort }, error);
  }
  return error;
}
