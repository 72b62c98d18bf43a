import { dirname } from "node:path/posix";
import ts from "typescript";
import { isTest, isTypeScript, lineOf, type Tree, walk } from "./tree.ts";

/** One error of a `defineErrors("folder", { name: status })`. */
export type DeclaredError = {
  readonly file: string;
  /** The folder that the file lies in, where messages/ stands too. */
  readonly place: string;
  readonly line: number;
  /** The constant that holds the errors: `kernelErrors`. */
  readonly holder: string;
  readonly folder: string;
  readonly name: string;
  readonly status: string;
};

/** One act or query: `export const sign = defineAct({ name: "agreements.sign", … })`. */
export type DeclaredAct = {
  readonly file: string;
  readonly line: number;
  readonly kind: "act" | "query";
  readonly holder: string | undefined;
  readonly exported: boolean;
  readonly fields: ReadonlyMap<string, ts.Expression | undefined>;
};

export const sourcesOf = (tree: Tree) =>
  tree.files.filter((file) => /^packages\/[^/]+\/src\//.test(file) && isTypeScript(file) && !isTest(file));

/** Every call of one of the kernel's `define…` functions in the sources. */
function callsOf(
  tree: Tree,
  names: readonly string[],
): { file: string; call: ts.CallExpression; callee: string }[] {
  const calls: { file: string; call: ts.CallExpression; callee: string }[] = [];
  for (const file of sourcesOf(tree)) {
    if (!names.some((name) => tree.text(file).includes(name))) continue;
    walk(tree.ast(file), (node) => {
      if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
      const callee = node.expression.text;
      if (names.includes(callee)) calls.push({ file, call: node, callee });
    });
  }
  return calls;
}

export function declaredErrors(tree: Tree): DeclaredError[] {
  return callsOf(tree, ["defineErrors"]).flatMap(({ file, call }) => {
    const [folder, statuses] = call.arguments;
    if (folder === undefined || !ts.isStringLiteral(folder)) return [];
    if (statuses === undefined || !ts.isObjectLiteralExpression(statuses)) return [];
    const shared = { file, place: dirname(file), holder: holderOf(call) ?? "", folder: folder.text };
    return statuses.properties.filter(ts.isPropertyAssignment).map((property) => ({
      ...shared,
      line: lineOf(property),
      name: nameOf(property.name),
      status: property.initializer.getText(),
    }));
  });
}

export function declaredActs(tree: Tree): DeclaredAct[] {
  return callsOf(tree, ["defineAct", "defineQuery"]).map(({ file, call, callee }) => ({
    file,
    line: lineOf(call),
    kind: callee === "defineAct" ? "act" : "query",
    holder: holderOf(call),
    exported: isExported(call),
    fields: fieldsOf(call.arguments[0]),
  }));
}

/** The object literals given to `defineRoutes([…])`, element by element. */
export function declaredRoutes(tree: Tree): { file: string; element: ts.Expression }[] {
  return callsOf(tree, ["defineRoutes"]).flatMap(({ file, call }) => {
    const [list] = call.arguments;
    if (list === undefined) return [];
    const elements = ts.isArrayLiteralExpression(list) ? [...list.elements] : [list];
    return elements.map((element) => ({ file, element }));
  });
}

/** The fields of an object literal; undefined for those that are no plain `name: value`. */
export function fieldsOf(node: ts.Node | undefined): Map<string, ts.Expression | undefined> {
  const fields = new Map<string, ts.Expression | undefined>();
  if (node === undefined || !ts.isObjectLiteralExpression(node)) return fields;
  for (const property of node.properties) {
    if (property.name === undefined) continue;
    fields.set(nameOf(property.name), givenBy(property));
  }
  return fields;
}

function givenBy(property: ts.ObjectLiteralElementLike): ts.Expression | undefined {
  if (ts.isPropertyAssignment(property)) return property.initializer;
  return ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

export const nameOf = (name: ts.PropertyName) =>
  ts.isComputedPropertyName(name) ? name.getText() : name.text;

function holderOf(call: ts.CallExpression): string | undefined {
  return ts.isVariableDeclaration(call.parent) && ts.isIdentifier(call.parent.name)
    ? call.parent.name.text
    : undefined;
}

function isExported(call: ts.CallExpression): boolean {
  const statement = ts.findAncestor(call, ts.isVariableStatement);
  return statement?.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
