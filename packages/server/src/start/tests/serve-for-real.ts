// The whole server as a program of its own, on a data folder and a port: what the tests kill. It seals often, so that a
// kill meets the sealer too.
import { flushCompileCache } from "node:module";
import { parseArgs } from "node:util";
import { createServer } from "../../http/index.ts";
import { start, stayUntilStopped } from "../index.ts";

const { values } = parseArgs({
  options: { data: { type: "string", default: "" }, port: { type: "string" } },
});

const say = (text: string) => void process.stdout.write(`${text}\n`);
const host = "127.0.0.1";
await stayUntilStopped(
  () =>
    start(
      { dataDir: values.data, port: Number(values.port), host, demo: false, onMessage: say, locale: "en" },
      {
        buildWeb: async () => false,
        serve: ({ appUrl, dataDir, port }) =>
          createServer({ appUrl, dataDir, host, port, demo: true, sealEvery: 100 }),
      },
    ),
  ({ address }) => {
    say(`serves at ${address}`);
    // who is killed leaves nothing for the next: what was compiled is kept at once
    flushCompileCache();
  },
  { say, locale: "en" },
);
