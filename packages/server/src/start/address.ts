// The address that the server may listen on: nobody signs in yet, so nobody else may reach it.
import { createServer } from "node:net";
import { codeOf, type StartFailure, startFailure } from "../postgres/index.ts";

export const defaultPort = 4600;
export const defaultHost = "127.0.0.1";

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/** @throws StartFailure `host_refused` for any address that another machine could reach. */
export function requireLoopback(host: string): void {
  if (loopback.test(host)) return;
  throw startFailure(
    "host_refused",
    `Iltizam listens on this machine only, because nobody signs in yet: --host ${host} is refused; leave --host out, or give 127.0.0.1 or ::1.`,
  );
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
export function portTaken(error: unknown, port: number): StartFailure | unknown {
  const code = codeOf(error);
  if (code === "EADDRINUSE") {
    return startFailure(
      "port_taken",
      `Another program listens on port ${port}: stop it, or choose another port, for example with --port ${port < 65_000 ? port + 1 : defaultPort}.`,
      error,
    );
  }
  if (code === "EACCES") {
    return startFailure(
      "port_taken",
      `This user may not listen on port ${port}: choose one above 1023, for example with --port ${defaultPort}.`,
      error,
    );
  }
  return error;
}
