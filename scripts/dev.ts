// npm run dev: the server, started again when its files change, and the web application's own reloading server.
import { spawn } from "node:child_process";

const server = spawn(
  process.execPath,
  ["--watch", "--watch-preserve-output", "packages/cli/src/main.ts", "start", "--demo"],
  { stdio: "inherit" },
);
const web = spawn(process.execPath, ["../../node_modules/vite/bin/vite.js"], {
  cwd: "packages/web",
  stdio: "inherit",
});

// Whichever ends, the other ends too.
for (const [one, other] of [
  [server, web],
  [web, server],
] as const) {
  one.on("exit", (code) => {
    other.kill("SIGINT");
    process.exitCode = code ?? 0;
  });
}
