// What `npm start` is composed of.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer, providerOfEnvironment } from "../http/index.ts";
import { mailerOfEnvironment } from "../mail/index.ts";
import { withLock } from "../postgres/index.ts";
import type { LoadDemo } from "./first-run.ts";
import type { StartParts } from "./start.ts";

const webBuild = new URL("../../../web/build.mjs", import.meta.url);

/** The real parts; `loadDemo` fills an empty database when the demo is asked for. */
export function startParts(loadDemo?: LoadDemo): StartParts {
  return { buildWeb, serve: serveFiles, loadDemo };
}

interface WebBuild {
  isWebBuilt(): boolean;
  buildWeb(): Promise<boolean>;
}

/** Builds the web application when its sources have changed; one start at a time, the others then find it there. */
async function buildWeb(begins: () => void): Promise<boolean> {
  if (!existsSync(webBuild)) return false;
  const web = (await import(webBuild.href)) as WebBuild;
  if (web.isWebBuilt()) return false;
  begins();
  return withLock(fileURLToPath(new URL(".", webBuild)), () => web.buildWeb());
}

const serveFiles: StartParts["serve"] = ({ appUrl, dataDir, host, port, reachedAs }) => {
  const { env } = process;
  const outside = { provider: providerOfEnvironment(env), mailer: mailerOfEnvironment(env) };
  return createServer({ appUrl, dataDir, host, port, reachedAs, ...outside });
};
