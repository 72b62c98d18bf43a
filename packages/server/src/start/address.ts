// The address that the server may listen on: others reach it only by https and by a name that it knows.
import { createServer, isIP } from "node:net";
import { because, codeOf } from "../postgres/index.ts";
import { startErrors } from "./errors.ts";

export const defaultPort = 4600;
export const defaultHost = "127.0.0.1";

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

export interface Reach {
  readonly host: string;
  /** `https://iltizam.example.ma`, the name under which others reach this server. */
  readonly origin?: string | undefined;
  /** The proxies that speak https for it, whose word on the asker's address is taken. */
  readonly trustProxy?: readonly string[] | undefined;
}

/**
 * How others reach this server; undefined when only this machine does.
 * @throws `start.host_refused` for an address that another machine could reach without https,
 *         `start.origin_unreadable`, `start.proxy_unreadable`
 */
export function publicAddress({ host, origin, trustProxy = [] }: Reach) {
  if (origin === undefined && trustProxy.length === 0 && loopback.test(host)) return undefined;
  if (origin === undefined || trustProxy.length === 0) throw startErrors.host_refused({ host });
  const address = URL.parse(origin);
  if (address?.protocol !== "https:" || address.origin !== origin.replace(/\/$/, "")) {
    throw startErrors.origin_unreadable({ origin });
  }
  const unreadable = trustProxy.find((one) => !isNetwork(one));
  if (unreadable !== undefined) throw startErrors.proxy_unreadable({ proxy: unreadable });
  return { origin: address.origin, trustProxy };
}

const isNetwork = (text: string) => {
  const [address = "", bits, ...rest] = text.split("/");
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
};

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
