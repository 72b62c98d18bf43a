import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serverVariable, startPostgresForTests } from "./postgres-for-tests.ts";
import { folderOnQuickDisk } from "./quick-disk.ts";

/** A program that a test starts is loaded in half the time when its modules were compiled before: where the CLI keeps them. */
const compiled = fileURLToPath(new URL("../../../../node_modules/.cache/compiled", import.meta.url));

/**
 * vitest calls this once for a run: every worker finds the server in its environment, and puts its files aside in a
 * folder that goes with the run.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = folderOnQuickDisk();
  process.env.TMPDIR = folder;
  process.env.NODE_COMPILE_CACHE ??= compiled;
  const { stop, ...server } = await startPostgresForTests();
  process.env[serverVariable] = JSON.stringify(server);
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
