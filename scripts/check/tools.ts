import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Programs come from this repository's own node_modules, whatever tree is being checked. */
const require = createRequire(import.meta.url);

export const tscPath = () => join(dirname(require.resolve("typescript7/package.json")), "bin/tsc");
export const biomePath = () => join(dirname(require.resolve("@biomejs/biome/package.json")), "bin/biome");

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs a Node script in `cwd`, `input` on its standard input, and gathers what it says. */
export function runNode(script: string, args: readonly string[], cwd: string, input = ""): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio: "pipe" });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, out: String(Buffer.concat(out)), err: String(Buffer.concat(err)) }),
    );
    child.stdin.end(input);
  });
}
