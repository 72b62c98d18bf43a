import ts from "typescript";
import { type Finding, finding } from "./part.ts";
import { isTest, isTypeScript, lineOf, type Tree, walk } from "./tree.ts";

const outside = /(^|\/)\.\.\/(.*\/)?shared(\/|$)/;

/** The folder beside the repository is material for tests; what runs must not read it. */
export function readsShared(tree: Tree): Finding[] {
  const sources = tree.files.filter(
    (file) => file.startsWith("packages/") && !file.startsWith("packages/testkit/") && isTypeScript(file),
  );
  return sources.filter((file) => !isTest(file)).flatMap((file) => sharedIn(tree, file));
}

function sharedIn(tree: Tree, file: string): Finding[] {
  const findings: Finding[] = [];
  walk(tree.ast(file), (node) => {
    if (!namesShared(node)) return;
    const sentence = "reads ../shared while running; copy what ships into the project, or read it in a test";
    findings.push(finding(file, lineOf(node), "imports/shared", sentence));
  });
  return findings;
}

function namesShared(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node)) return outside.test(node.text) && !isSpecifier(node);
  if (!ts.isCallExpression(node)) return false;
  const words = node.arguments.map((argument) => (ts.isStringLiteralLike(argument) ? argument.text : ""));
  const up = words.indexOf("..");
  return up !== -1 && words.slice(up).some((word) => /^shared(\/|$)/.test(word));
}

function isSpecifier(node: ts.Node): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent);
}
