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
  usage: `iltizam start [--data DIR] [--port N] [--demo]
iltizam start --host H --origin URL --trust-proxy ADDRESS [--data DIR] [--port N]

  ${dataUsage}
  --port N      the web application's port (${defaultPort})
  --host H      the address to listen on (${defaultHost}); one that other machines reach needs the next two, and an
                administrator (iltizam admin create)
  --origin URL  the public name, https://iltizam.example.ma
  --trust-proxy ADDRESS
                the proxy that speaks https for it, or its network; several times, or with commas
  --demo        load the demo when nothing has been recorded yet
  DATABASE_URL  an existing PostgreSQL 18 instead of the embedded one
  ILTIZAM_MAIL_URL, ILTIZAM_MAIL_FROM
                the mail server (smtps://user:password@host) and the sender
  ILTIZAM_OIDC_ISSUER, ILTIZAM_OIDC_CLIENT_ID, ILTIZAM_OIDC_CLIENT_SECRET, ILTIZAM_OIDC_NAME
                the identity provider through which people may sign in`,
  async run(args, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...dataOption,
        port: { type: "string", default: String(defaultPort) },
        host: { type: "string", default: defaultHost },
        origin: { type: "string" },
        "trust-proxy": { type: "string", multiple: true },
        demo: { type: "boolean", default: false },
      },
    });
    const { host, demo, origin } = values;
    const trustProxy = values["trust-proxy"]?.flatMap((text) => text.split(",")).map((text) => text.trim());
    const dataDir = dataFolder(values);
    const port = readPort(values.port);
    const parts = startParts(loadDemo);
    const locale = terminalLocale();
    const words = startWords(locale);
    await stayUntilStopped(
      () => start({ dataDir, port, host, origin, trustProxy, demo, onMessage: io.out, locale }, parts),
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
