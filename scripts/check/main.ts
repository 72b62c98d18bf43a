// npm run check [-- PART… | --write-docs]: types, lint and the rules of the design, in seconds.
// Exit 0 fine, 1 a finding, 2 no such part.
import { execFileSync } from "node:child_process";
import { writeDocs } from "./docs.ts";
import { parts } from "./parts.ts";
import { printable, runParts } from "./run.ts";
import { openTree } from "./tree.ts";

// The repository in which the command is given: this one, or a test's small one.
const root = execFileSync("git", ["rev-parse", "--show-toplevel"], { encoding: "utf8" }).trim();
const words = process.argv.slice(2);
const wanted = words.filter((word) => word !== "--write-docs");
const unknown = wanted.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `no part is called ${unknown.join(", ")}; there are ${parts.map((part) => part.name).join(", ")}`,
  );
  process.exit(2);
}
if (words.includes("--write-docs")) console.log(`wrote ${writeDocs(openTree(root)).join(", ")}`);
const chosen = parts.filter((part) => wanted.length === 0 || wanted.includes(part.name));
const outcomes = await runParts(openTree(root), chosen);
console.log(printable(outcomes));
process.exitCode = outcomes.every((outcome) => outcome.findings.length === 0) ? 0 : 1;
