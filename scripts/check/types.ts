import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import { runNode, tscPath } from "./tools.ts";
import { isTypeScript, type Tree } from "./tree.ts";

const projects = ["tsconfig.json", "packages/web/tsconfig.json"];

/** TypeScript 7 over every project; a listed file that no project includes was not checked at all. */
export async function types(tree: Tree): Promise<Reading> {
  const runs = await Promise.all(
    projects
      .filter((project) => existsSync(join(tree.root, project)))
      .map((project) => compile(tree, project)),
  );
  const read = new Set(runs.flatMap((run) => run.read));
  const missed = tree.files.filter((file) => isTypeScript(file) && !read.has(file));
  const findings = [
    ...runs.flatMap((run) => run.findings),
    ...missed.map((file) =>
      finding(
        file,
        1,
        "types/unread",
        "no tsconfig includes this file; move it into a src folder or include it",
      ),
    ),
  ];
  return reading(read.size, "files", findings);
}

type Compiled = { readonly read: readonly string[]; readonly findings: readonly Finding[] };

async function compile(tree: Tree, project: string): Promise<Compiled> {
  const ran = await runNode(
    tscPath(),
    ["-p", project, "--noEmit", "--pretty", "false", "--listFiles"],
    tree.root,
  );
  const lines = ran.out.split("\n");
  const read = lines
    .filter((line) => /^\/|^[A-Za-z]:[\\/]/.test(line))
    .map((line) => relative(tree.root, line.trim()).replaceAll("\\", "/"))
    .filter((file) => !file.startsWith("..") && !file.includes("node_modules/"));
  const findings = lines.flatMap(diagnostic);
  if (ran.code !== 0 && findings.length === 0) {
    const said = `${ran.err}${ran.out}`.trim().split("\n").at(-1) ?? "";
    return {
      read,
      findings: [finding(project, 1, "types", `the compiler ended with code ${ran.code}: ${said}`)],
    };
  }
  return { read, findings };
}

function diagnostic(line: string): Finding[] {
  const placed = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/.exec(line);
  if (placed) return [finding(placed[1] ?? "", Number(placed[2]), `types/${placed[3]}`, placed[4] ?? "")];
  const unplaced = /^error (TS\d+): (.*)$/.exec(line);
  return unplaced ? [finding("tsconfig.json", 1, `types/${unplaced[1]}`, unplaced[2] ?? "")] : [];
}
