import { type Floors, readFloors, standsAbove } from "./floors.ts";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import { usesInTypeScript } from "./sql-in-ts.ts";
import { type Use, usesOf } from "./sql-uses.ts";
import { coreFolder, isTest, isTypeScript, lineAt, type Tree } from "./tree.ts";

/** A use of a table, the file it stands in and the part of the house that the file belongs to. */
type Placed = Use & { readonly file: string; readonly line: number; readonly owner: string };
type Owners = ReadonlyMap<string, Placed>;

const throughKernel = new Set(["journal", "outbox", "visibility"]);

/** Who may create, write and read which table: migrations, bodies of SQL functions and the SQL inside TypeScript. */
export function tables(tree: Tree): Reading {
  const uses = tree.files.filter(isChecked).flatMap((file) => usesIn(tree, file));
  const owners = findOwners(uses);
  const known = uses.filter((use) => owners.has(use.table));
  const floors = readFloors(tree);
  const findings = [
    ...known.flatMap((use) => refuse(use, owners, floors)),
    ...unguarded(tree, owners, uses),
    ...misplaced(owners),
  ];
  return reading(known.length, "table uses", findings, owners.size > 0 || hasMigrations(tree));
}

const isChecked = (file: string) =>
  /^packages\/(core|server|cli)\/src\//.test(file) &&
  (isTypeScript(file) || file.endsWith(".sql")) &&
  !isTest(file);
const hasMigrations = (tree: Tree) => tree.files.some((file) => /\/migrations\/.*\.sql$/.test(file));

function usesIn(tree: Tree, file: string): Placed[] {
  const text = tree.text(file);
  const uses = file.endsWith(".sql") ? usesOf(text) : usesInTypeScript(tree, file);
  const owner = coreFolder(file) ?? file.split("/")[1] ?? "";
  return uses.map((use) => ({ ...use, file, line: lineAt(text, use.offset), owner }));
}

/** The first creation of each table, in the order of the files. */
function findOwners(uses: readonly Placed[]): Owners {
  const owners = new Map<string, Placed>();
  for (const use of uses) {
    if (isBirth(use) && coreFolder(use.file) && !owners.has(use.table)) owners.set(use.table, use);
  }
  return owners;
}

const isBirth = ({ deed }: Use) => deed === "create" || deed === "define";

function refuse(use: Placed, owners: Owners, floors: Floors): Finding[] {
  const home = owners.get(use.table);
  if (home === undefined || home === use) return [];
  const say = (rule: string, sentence: string) => [finding(use.file, use.line, `tables/${rule}`, sentence)];
  if (isBirth(use)) {
    return say(
      "duplicate",
      `${use.table} is already created in ${home.file}; a table has one owner, one statement`,
    );
  }
  if (use.owner === home.owner) return [];
  if (use.deed !== "read") return say("write", writeSentence(use, home));
  if (coreFolder(use.file) === undefined || standsAbove(floors, use.owner, home.owner)) return [];
  const sentence = `${use.owner} reads ${use.table} of ${home.owner}, which is not below it; let ${home.owner} ask ${use.owner}, or subscribe to its event`;
  return say("read", sentence);
}

function writeSentence(use: Placed, home: Placed): string {
  if (throughKernel.has(use.table)) {
    return `${use.table} is written by the kernel only; use ctx.journal, ctx.emit or the kernel's function`;
  }
  const verb = use.deed === "write" ? "writes" : "alters";
  return `${use.owner} ${verb} ${use.table} of ${home.owner}; call an act or a function of ${home.owner} instead`;
}

/**
 * A table without guard_table takes changes from nobody in particular (kernel/README.md). One that needs no guard says
 * why in the comment above it: `-- No guard: …`.
 */
function unguarded(tree: Tree, owners: Owners, uses: readonly Placed[]): Finding[] {
  const guards = new Set(uses.filter((use) => use.deed === "guard").map((use) => use.table));
  return [...owners.values()]
    .filter((table) => table.deed === "create" && table.file.endsWith(".sql") && !guards.has(table.table))
    .filter(({ file, offset }) => !/-- No guard: \S[^;]*$/.test(tree.text(file).slice(0, offset)))
    .map(({ file, line, table }) => {
      const sentence = `no actor is asked for; add select guard_table('${table}'), or say above it "-- No guard: why"`;
      return finding(file, line, "tables/unguarded", sentence);
    });
}

function misplaced(owners: Owners): Finding[] {
  return [...owners.values()]
    .filter(({ table, owner }) => throughKernel.has(table) && owner !== "kernel")
    .map(({ file, line, table }) =>
      finding(file, line, "tables/duplicate", `${table} belongs to the kernel`),
    );
}
