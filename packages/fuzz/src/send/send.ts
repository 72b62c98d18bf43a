// Sends one request and reads the whole answer, whatever it is.
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { performance } from "node:perf_hooks";
import type { Asked } from "../requests/draft.ts";
import { readAnswer } from "./read-answer.ts";

export interface Answer {
  /** 0: none came; `text` says why. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly milliseconds: number;
}

const patience = 60_000;

export function openLine(address: string) {
  const { hostname, port } = new URL(address);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const byHttp = ({ method, target, headers, body }: Asked) =>
    new Promise<Omit<Answer, "milliseconds">>((done, fail) => {
      const length = body === undefined ? {} : { "content-length": String(body.length) };
      const sent = request(
        {
          hostname,
          port,
          agent,
          method,
          path: target,
          headers: { ...length, ...headers },
          timeout: patience,
        },
        async (answer) => {
          try {
            const parts: Buffer[] = [];
            for await (const part of answer) parts.push(part as Buffer);
            const told = Object.entries(answer.headers).map(([name, value]) => [name, String(value)]);
            const text = Buffer.concat(parts).toString();
            done({ status: answer.statusCode ?? 0, headers: Object.fromEntries(told), text });
          } catch (error) {
            fail(error);
          }
        },
      );
      sent.on("timeout", () => sent.destroy(new Error(`no answer in ${patience} ms`)));
      sent.on("error", fail);
      sent.end(body);
    });
  const byWire = (bytes: Buffer) =>
    new Promise<Omit<Answer, "milliseconds">>((done) => {
      const parts: Buffer[] = [];
      const socket = connect({ host: hostname, port: Number(port), timeout: 2_000 });
      const end = () => {
        socket.destroy();
        done(readAnswer(Buffer.concat(parts)));
      };
      socket.on("data", (part) => parts.push(part));
      socket.on("timeout", end).on("close", end).on("error", end);
      socket.write(bytes);
    });
  return {
    async send(asked: Asked): Promise<Answer> {
      const start = performance.now();
      const bytes = asked.wire ?? (isPlain(asked) ? undefined : wireOf(asked, hostname));
      const answer = await (bytes === undefined ? byHttp(asked) : byWire(bytes)).catch((error) => ({
        ...{
          status: 0,
          headers: {},
          text: `${(error as NodeJS.ErrnoException).code ?? ""} ${(error as Error).message}`,
        },
      }));
      return { ...answer, milliseconds: performance.now() - start };
    },
    close: () => agent.destroy(),
  };
}
/** Node's client refuses to send what this one is there to send. */
const isPlain = ({ target }: Asked) => /^[\x21-\x7e]*$/.test(target);

function wireOf({ method, target, headers, body = Buffer.alloc(0) }: Asked, host: string): Buffer {
  const told = { host, connection: "close", "content-length": body.length, ...headers };
  const lines = Object.entries(told).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from([`${method} ${target} HTTP/1.1`, ...lines, "", ""].join("\r\n")), body]);
}

export type Line = ReturnType<typeof openLine>;
