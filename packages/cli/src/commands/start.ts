import { parseArgs } from "node:util";
import { loadDemo } from "@iltizam/server/demo";
import {
  defaultHost,
  defaultPort,
  start,
  startErrors,
  startParts,
  startWords,
  stayUntilStopped,
} from "@iltizam/server/start";
import type { Command } from "../command.ts";
import { dataFolder, dataOption, dataUsage } from "../connect.ts";
import { terminalLocale } from "../terminal-locale.ts";

export const command: Command = {
  name: "start",
  summary: "Start everything: database, migrations, web application, jobs",
  usage: `iltizam start [--data DIR] [--port N] [--host H] [--demo]

  ${dataUsage}
  --port N      the web application's port (${defaultPort})
  --host H      an address of this machine itself (${defaultHost})
  --demo        load the demo when nothing has been recorded yet
  DATABASE_URL  an existing PostgreSQL 18 instead of the embedded one`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...dataOption,
        port: { type: "string", default: String(defaultPort) },
        host: { type: "string", default: defaultHost },
        demo: { type: "boolean", default: false },
      },
    });
    const { host, demo } = values;
    const dataDir = dataFolder(values);
    const port = readPort(values.port);
    const parts = startParts(loadDemo);
    const locale = terminalLocale();
    const words = startWords(locale);
    await stayUntilStopped(
      () => start({ dataDir, port, host, demo, onMessage: io.out, locale }, parts),
      ({ alreadyRunning, address }) =>
        io.out(words(alreadyRunning ? "runs" : "serves", { address, folder: dataDir })),
      { say: io.out, locale },
    );
    return 0;
  },
};

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw startErrors.port_unreadable({ port: text });
}
