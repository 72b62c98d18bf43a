// One PostgreSQL for a run of tests, in a temporary folder, with one migrated template. Nothing of it outlives the run,
// so it does not wait for the disk.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "@iltizam/core/kernel";
import { embeddedPostgres, grantInside } from "@iltizam/server/postgres";
import { withClient } from "./with-client.ts";

/** What a test file needs to know of the run's server; passed to the workers as JSON in the environment. */
export interface TestServer {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Gone with the server. */
  readonly folder: string;
}

export const serverVariable = "ILTIZAM_TEST_POSTGRES";
export const templateName = "iltizam_template";

/** Starts the server and migrates the template. */
export async function startPostgresForTests(): Promise<TestServer & { stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "iltizam-test-"));
  const server = await embeddedPostgres({ dataDir: folder, durable: false });
  const { superuserUrl = "", ownerUrl, appUrl } = server;
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await withClient(superuserUrl, (client) =>
      client.query(`create database ${templateName} owner iltizam_owner`),
    );
    await grantInside(superuserUrl, templateName);
    await migrate({ ownerUrl: inDatabase(ownerUrl, templateName) });
  } catch (error) {
    await stop();
    throw error;
  }
  return { superuserUrl, ownerUrl, appUrl, folder, stop };
}

/** The same login on another database of the same server. */
export function inDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
