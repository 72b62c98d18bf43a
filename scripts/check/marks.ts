import ts from "typescript";
import { type Finding, finding } from "./part.ts";
import { lineAt, lineOf, type Tree, walk } from "./tree.ts";

const unfinished = /\b(TODO|FIXME|XXX)\b/g;
const silenced = /@ts-(ignore|nocheck)\b/g;
const muted = new Set(["only", "skip", "todo", "fails"]);
const runners = new Set(["it", "test", "describe", "suite"]);

/** Marks of unfinished work in a source: muted tests, notes to come back, a compiler told to be quiet. */
export function marksIn(tree: Tree, file: string): Finding[] {
  const text = tree.text(file);
  const words = [
    ...[...text.matchAll(unfinished)].map((hit) => ({ hit, sentence: "finish it, or make it an issue" })),
    ...[...text.matchAll(silenced)].map((hit) => ({
      hit,
      sentence: "mend the type; nothing silences the compiler",
    })),
  ].map(({ hit, sentence }) =>
    finding(file, lineAt(text, hit.index), "leaks/mark", `"${hit[0]}": ${sentence}`),
  );
  const nodes: Finding[] = [];
  walk(tree.ast(file), (node) => {
    const sentence = fault(node);
    if (sentence !== undefined) nodes.push(finding(file, lineOf(node), "leaks/mark", sentence));
  });
  return [...words, ...nodes];
}

function fault(node: ts.Node): string | undefined {
  if (ts.isAsExpression(node) && node.type.kind === ts.SyntaxKind.AnyKeyword) {
    return "as any: give the value its type, or read it with a schema";
  }
  if (!ts.isPropertyAccessExpression(node) || !muted.has(node.name.text)) return undefined;
  if (!runners.has(rootOf(node.expression))) return undefined;
  return `${node.getText()}: every test runs; \`skipIf\` with a reason is accepted for material that is not there`;
}

function rootOf(node: ts.Expression): string {
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node)) return rootOf(node.expression);
  return ts.isIdentifier(node) ? node.text : "";
}
