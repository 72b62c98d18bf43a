import { serverVariable, startPostgresForTests } from "./postgres-for-tests.ts";

/** vitest calls this once for a run: every worker finds the server in its environment. */
export default async function setup(): Promise<() => Promise<void>> {
  const { stop, ...server } = await startPostgresForTests();
  process.env[serverVariable] = JSON.stringify(server);
  return stop;
}
