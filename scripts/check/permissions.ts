import { dirname } from "node:path/posix";
import ts from "typescript";
import { literal } from "./acts.ts";
import { declaredActs, nameOf, sourcesOf } from "./declared.ts";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import { lineOf, type Tree, walk } from "./tree.ts";

type Held = {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly holders: number | undefined;
};

/** What every act and query asks for is held by a role, in a table that the server sees. */
export function permissions(tree: Tree): Reading {
  const tables = tree.files.filter((file) => /^packages\/[^/]+\/src\/[^/]+\/permissions\.ts$/.test(file));
  const held = tables.flatMap((file) => heldIn(tree, file));
  const findings = [
    ...tables.flatMap((file) => withoutDoor(tree, file)),
    ...unknown(tree, held),
    ...twice(held),
    ...held.flatMap(byNobody),
    ...unused(tree, held),
  ];
  return reading(held.length, "permissions", findings, declaredActs(tree).length > 0);
}

/** The lines of `export const permissions = { "folder.verb": [roles] } as const satisfies …`. */
function heldIn(tree: Tree, file: string): Held[] {
  const held: Held[] = [];
  walk(tree.ast(file), (node) => {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== "permissions") return;
    walk(node, (inner) => {
      if (!ts.isPropertyAssignment(inner)) return;
      const list = inner.initializer;
      const holders = ts.isArrayLiteralExpression(list) ? list.elements.length : undefined;
      held.push({ file, line: lineOf(inner), name: nameOf(inner.name), holders });
    });
  });
  return held;
}

function withoutDoor(tree: Tree, file: string): Finding[] {
  const door = `${dirname(file)}/index.ts`;
  const shown =
    tree.files.includes(door) &&
    /export (\*|\{[^}]*\bpermissions\b[^}]*\}) from "\.\/permissions\.ts"/.test(tree.text(door));
  if (shown) return [];
  const sentence =
    "the server does not see these; accepted: export const permissions, exported again by index.ts";
  return [finding(file, 1, "permissions/door", sentence)];
}

function unknown(tree: Tree, held: readonly Held[]): Finding[] {
  const names = new Set(held.map(({ name }) => name));
  return declaredActs(tree).flatMap((act) => {
    const asked = literal(act.fields.get("permission"));
    if (asked === undefined || asked === "" || names.has(asked)) return [];
    const sentence = `"${asked}" is in no permissions.ts; add it there with the roles that hold it`;
    return [finding(act.file, act.line, "permissions/unknown", sentence)];
  });
}

function twice(held: readonly Held[]): Finding[] {
  const first = new Map<string, Held>();
  return held.flatMap((one) => {
    const other = first.get(one.name);
    if (other === undefined) first.set(one.name, one);
    if (other === undefined) return [];
    const sentence = `"${one.name}" already stands in ${other.file}:${other.line}`;
    return [finding(one.file, one.line, "permissions/duplicate", sentence)];
  });
}

function byNobody({ file, line, name, holders }: Held): Finding[] {
  if (holders !== 0) return [];
  return [finding(file, line, "permissions/nobody", `no role holds "${name}"; name one, or take it out`)];
}

const isActName = ({ parent }: ts.Node) => ts.isPropertyAssignment(parent) && nameOf(parent.name) === "name";

function unused(tree: Tree, held: readonly Held[]): Finding[] {
  const written = new Set<string>();
  for (const file of sourcesOf(tree)) {
    if (file.endsWith("/permissions.ts")) continue;
    walk(tree.ast(file), (node) => {
      if (ts.isStringLiteralLike(node) && !isActName(node)) written.add(node.text);
    });
  }
  return held.flatMap(({ file, line, name }) => {
    if (written.has(name)) return [];
    return [finding(file, line, "permissions/unused", `nothing asks for "${name}"; take it out`)];
  });
}
