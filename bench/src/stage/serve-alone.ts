// Run by the stage as a process of its own, so that load and server do not share a thread.
import { join } from "node:path";
import { folderFileStore } from "@iltizam/core/kernel";
import { createServer } from "@iltizam/server/http";

const { appUrl = "", dataDir = "" } = JSON.parse(process.argv[2] ?? "{}") as Record<string, string>;
const server = await createServer({
  appUrl,
  dataDir,
  host: "127.0.0.1",
  port: 0,
  demo: true,
  files: folderFileStore(join(dataDir, "files")),
  connections: 20,
});
process.send?.(server.address);
process.on("disconnect", () => void server.close().then(() => process.exit(0)));
