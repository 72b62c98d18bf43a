// What `npm start` is composed of.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { folderFileStore } from "@iltizam/core/kernel";
import { createServer } from "../http/index.ts";
import type { LoadDemo } from "./first-run.ts";
import type { StartParts } from "./start.ts";

const webBuild = new URL("../../../web/build.mjs", import.meta.url);

/** The real parts; `loadDemo` fills an empty database when the demo is asked for. */
export function startParts(loadDemo?: LoadDemo): StartParts {
  return { buildWeb, serve: serveFiles, loadDemo };
}

/** Builds the web application when its sources have changed; true when it had to. */
async function buildWeb(): Promise<boolean> {
  if (!existsSync(webBuild)) return false;
  const { buildWeb: build } = (await import(webBuild.href)) as { buildWeb: () => Promise<boolean> };
  return build();
}

const serveFiles: StartParts["serve"] = ({ appUrl, dataDir, host, port }) =>
  createServer({ appUrl, dataDir, host, port, files: folderFileStore(join(dataDir, "files")) });
