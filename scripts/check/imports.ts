import { fileURLToPath } from "node:url";
import type { Cruised, Edge } from "./cruise.ts";
import { floorsFile, readFloors, unplacedFolders } from "./floors.ts";
import { refuse } from "./import-rules.ts";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import { readsShared } from "./shared.ts";
import { runNode } from "./tools.ts";
import { isTypeScript, lineAt, type Tree } from "./tree.ts";

/** Cycles, floors, package layers and unresolvable imports, type imports included. */
export async function imports(tree: Tree): Promise<Reading> {
  const files = tree.files.filter(isTypeScript);
  const { modules, edges } = await readEdges(tree, files);
  const floors = readFloors(tree);
  const findings = [
    ...unread(files, modules),
    ...unplacedFolders(tree, floors).map(unplaced),
    ...edges.flatMap((edge) =>
      refuse(edge, floors).map(({ rule, sentence }) => at(tree, edge, rule, sentence)),
    ),
    ...cyclesOf(tree, edges),
    ...readsShared(tree),
  ];
  return reading(modules.length, "modules", findings);
}

async function readEdges(tree: Tree, files: readonly string[]): Promise<Cruised> {
  const script = fileURLToPath(new URL("cruise.ts", import.meta.url));
  const ran = await runNode(script, [], tree.root, JSON.stringify(files));
  if (ran.code !== 0) throw new Error(`dependency-cruiser ended with code ${ran.code}: ${ran.err.trim()}`);
  return JSON.parse(ran.out) as Cruised;
}

/** Without TypeScript 6's API dependency-cruiser reads no .ts file and says that all is well. */
export function unread(files: readonly string[], modules: readonly string[]): Finding[] {
  const read = new Set(modules);
  const missed = files.filter((file) => !read.has(file));
  return missed.map((file) =>
    finding(
      file,
      1,
      "imports/unread",
      "dependency-cruiser did not read this file; it needs TypeScript 6's API",
    ),
  );
}

function unplaced(folder: string): Finding {
  const place = `packages/core/src/${folder}`;
  return finding(place, 1, "imports/floor", `the folder stands on no floor; name it in ${floorsFile}`);
}

function at(tree: Tree, edge: Edge, rule: string, sentence: string): Finding {
  const text = tree.text(edge.from);
  const offset = Math.max(text.indexOf(`"${edge.says}"`), text.indexOf(`'${edge.says}'`));
  return finding(edge.from, offset < 0 ? 1 : lineAt(text, offset), rule, sentence);
}

/** Each cycle once, reported at the file that comes first in the alphabet. */
function cyclesOf(tree: Tree, edges: readonly Edge[]): Finding[] {
  const seen = new Set<string>();
  return edges.flatMap((edge) => {
    if (edge.cycle.length === 0) return [];
    const members = [...new Set([edge.from, ...edge.cycle])].sort();
    if (edge.from !== members[0] || seen.has(members.join())) return [];
    seen.add(members.join());
    const way = [edge.from, ...edge.cycle].join(" → ");
    return [at(tree, edge, "imports/cycle", `${way}; move what both need into a file below them`)];
  });
}
