// The program: a terminal, and the command that its arguments name.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";
import type { Io } from "./command.ts";

// A command is loaded in half the time when its modules were compiled before; where nothing can be written, nothing is.
// What it concerns is what is loaded after it.
enableCompileCache(fileURLToPath(new URL("../../../node_modules/.cache/compiled", import.meta.url)));
const { run } = await import("./run.ts");

const terminal: Io = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  terminal: process.stderr.isTTY === true,
  columns: process.stdout.columns ?? 100,
};

// A reader that has seen enough (`… | head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
});

process.exitCode = await run(process.argv.slice(2), terminal);
