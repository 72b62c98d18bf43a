// The server of a run, a process of its own: its memory can be measured, and what breaks it breaks only it.
import { createServer } from "@iltizam/server/http";

interface Told {
  readonly appUrl: string;
  readonly dataDir: string;
  readonly webFolder: string;
}

const { appUrl, dataDir, webFolder } = JSON.parse(process.argv[2] ?? "{}") as Told;
const server = await createServer({
  ...{ appUrl, dataDir, webFolder, host: "127.0.0.1", port: 0, demo: false, connections: 12 },
});
process.on("message", () => {
  globalThis.gc?.();
  process.send?.({ memory: process.memoryUsage() });
});
process.on("disconnect", () => void server.close().then(() => process.exit(0)));
process.send?.({ address: server.address });
