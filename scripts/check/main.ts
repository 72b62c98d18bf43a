// npm run check [-- PART… | --write-docs]: types, lint and the rules of the design, in seconds.
// Exit 0 fine, 1 a finding, 2 no such part.
import { fileURLToPath } from "node:url";
import { acts } from "./acts.ts";
import { docs, writeDocs } from "./docs.ts";
import { imports } from "./imports.ts";
import { leaks } from "./leaks.ts";
import { lint } from "./lint.ts";
import { messages } from "./messages.ts";
import { names } from "./names.ts";
import type { Part } from "./part.ts";
import { printable, runParts } from "./run.ts";
import { sizes } from "./sizes.ts";
import { tables } from "./tables.ts";
import { openTree } from "./tree.ts";
import { types } from "./types.ts";

// Those that start a process come first, so that it works while the others read here.
const parts: readonly Part[] = [
  { name: "types", run: types },
  { name: "lint", run: lint },
  { name: "imports", run: imports },
  { name: "tables", run: tables },
  { name: "sizes", run: sizes },
  { name: "names", run: names },
  { name: "messages", run: messages },
  { name: "acts", run: acts },
  { name: "leaks", run: leaks },
  { name: "docs", run: docs },
];

const root = fileURLToPath(new URL("../../", import.meta.url));
const words = process.argv.slice(2);
if (words.includes("--write-docs")) console.log(`wrote ${writeDocs(openTree(root)).join(", ")}`);
const wanted = words.filter((word) => word !== "--write-docs");
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `no part is called ${unknown.join(", ")}; there are ${parts.map((part) => part.name).join(", ")}`,
  );
  process.exit(2);
}
const chosen = parts.filter((part) => wanted.length === 0 || wanted.includes(part.name));
const outcomes = await runParts(openTree(root), chosen);
console.log(printable(outcomes));
process.exitCode = outcomes.every((outcome) => outcome.findings.length === 0) ? 0 : 1;
