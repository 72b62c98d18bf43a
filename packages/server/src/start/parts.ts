// What `start` is composed of.
import { existsSync } from "node:fs";
import type { LoadDemo } from "./first-run.ts";
import type { CreateServer, StartParts } from "./start.ts";

export async function startParts(): Promise<StartParts> {
  const http = new URL("../http/index.ts", import.meta.url);
  const demo = new URL("../demo/index.ts", import.meta.url);
  const { createServer } = (await import(http.href)) as { createServer: CreateServer };
  if (!existsSync(demo)) return { createServer, loadDemo: async () => undefined };
  const { loadDemo } = (await import(demo.href)) as { loadDemo: LoadDemo };
  return { createServer, loadDemo };
}
