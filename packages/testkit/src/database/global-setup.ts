import { rmSync } from "node:fs";
import { serverVariable, startPostgresForTests } from "./postgres-for-tests.ts";
import { folderOnQuickDisk } from "./quick-disk.ts";

/**
 * vitest calls this once for a run: every worker finds the server in its environment, and puts its files aside in a
 * folder that goes with the run.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = folderOnQuickDisk();
  process.env.TMPDIR = folder;
  const { stop, ...server } = await startPostgresForTests();
  process.env[serverVariable] = JSON.stringify(server);
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
