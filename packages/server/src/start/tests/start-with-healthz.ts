// The starting sequence as a program of its own, with the smallest HTTP server that answers: what the tests start.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { DomainError, errorMessage } from "@iltizam/core/kernel";
import { type StartParts, start, stayUntilStopped } from "../index.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: ".iltizam" },
    port: { type: "string", default: "0" },
    host: { type: "string", default: "127.0.0.1" },
    demo: { type: "boolean", default: false },
    "demo-lasts": { type: "string", default: "0" },
  },
});

const parts: StartParts = {
  buildWeb: async () => false,
  serve: ({ host, port }) =>
    new Promise((done, fail) => {
      const server = createServer((_, response) => response.end("ok"));
      server.once("error", fail);
      server.listen(port, host, () => {
        const address = `http://${host}:${(server.address() as AddressInfo).port}`;
        done({ address, close: () => new Promise((closed) => server.close(() => closed())) });
      });
    }),
  loadDemo: ({ onMessage }) => {
    onMessage("demo begins");
    return new Promise((done) => setTimeout(done, Number(values["demo-lasts"])));
  },
};

const say = (text: string) => void process.stdout.write(`${text}\n`);
try {
  const { data: dataDir, host, demo } = values;
  await stayUntilStopped(
    () => start({ dataDir, port: Number(values.port), host, demo, onMessage: say, locale: "en" }, parts),
    ({ alreadyRunning, address }) => say(`${alreadyRunning ? "already runs:" : "serves at"} ${address}`),
    { say, locale: "en" },
  );
} catch (error) {
  if (!(error instanceof DomainError)) throw error;
  say(`REFUSED ${error.code}: ${errorMessage("en", error)}`);
  process.exitCode = 2;
}
