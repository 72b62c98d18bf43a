import ts from "typescript";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import { isGenerated, isTypeScript, lineAt, lineOf, type Tree, walk } from "./tree.ts";

const maxFile = 300;
const maxFunction = 60;

/** No source file over 300 lines, no function over 60, in TypeScript and SQL alike. */
export function sizes(tree: Tree): Reading {
  const files = tree.files.filter((file) => /\.(tsx?|mjs|sql)$/.test(file) && !isGenerated(file));
  const findings = files.flatMap((file) => [
    ...longFile(tree, file),
    ...(file.endsWith(".sql") ? longBodies(tree, file) : []),
    ...(isTypeScript(file) || file.endsWith(".mjs") ? longFunctions(tree, file) : []),
  ]);
  return reading(files.length, "files", findings);
}

function longFile(tree: Tree, file: string): Finding[] {
  const lines = tree.text(file).trimEnd().split("\n").length;
  if (lines <= maxFile) return [];
  return [
    finding(
      file,
      maxFile + 1,
      "sizes/file",
      `${lines} lines; at most ${maxFile}: split it by what it is about`,
    ),
  ];
}

function longFunctions(tree: Tree, file: string): Finding[] {
  const findings: Finding[] = [];
  walk(tree.ast(file), (node) => {
    if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined || isSuite(node)) return;
    const source = node.getSourceFile();
    const lines = source.getLineAndCharacterOfPosition(node.end).line + 2 - lineOf(node);
    if (lines <= maxFunction) return;
    const sentence = `${nameOf(node)} has ${lines} lines; at most ${maxFunction}: name its steps as functions`;
    findings.push(finding(file, lineOf(node), "sizes/function", sentence));
  });
  return findings;
}

/** The callback of `describe`, also of `describe.each(…)(…)`: a chapter, not a function. */
function isSuite(node: ts.Node): boolean {
  const call = node.parent;
  if (!ts.isCallExpression(call) || !call.arguments.some((argument) => argument === node)) return false;
  let callee: ts.Expression = call.expression;
  while (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) callee = callee.expression;
  return ts.isIdentifier(callee) && callee.text === "describe";
}

function nameOf(node: ts.SignatureDeclaration): string {
  const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
  return named === undefined ? "the function" : named.getText();
}

/** Bodies of SQL functions: what stands between two equal dollar quotes. */
function longBodies(tree: Tree, file: string): Finding[] {
  const text = tree.text(file);
  return [...text.matchAll(/(\$\w*\$)([\s\S]*?)\1/g)].flatMap((body) => {
    const lines = (body[2] ?? "").trim().split("\n").length;
    if (lines <= maxFunction) return [];
    const sentence = `the body has ${lines} lines; at most ${maxFunction}: name its steps as functions`;
    return [finding(file, lineAt(text, body.index), "sizes/function", sentence)];
  });
}
