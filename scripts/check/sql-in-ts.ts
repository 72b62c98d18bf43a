import ts from "typescript";
import { type Deed, type Use, usesOf } from "./sql-uses.ts";
import { type Tree, walk } from "./tree.ts";

const opening =
  /^\s*(select|insert|update|delete|with|merge|copy|truncate|lock|create|alter|drop|grant|revoke|from|(left |right |full |inner |cross )?join|where|and|exists|do|begin|refresh)\b/i;
const builders: Readonly<Record<string, Deed>> = {
  insertInto: "write",
  mergeInto: "write",
  replaceInto: "write",
  updateTable: "write",
  deleteFrom: "write",
  createTable: "create",
  alterTable: "alter",
  dropTable: "alter",
  selectFrom: "read",
  innerJoin: "read",
  leftJoin: "read",
  rightJoin: "read",
  fullJoin: "read",
  crossJoin: "read",
  innerJoinLateral: "read",
  leftJoinLateral: "read",
};

/** What the SQL inside a TypeScript file does: `sql` templates, query strings and the query builder's calls. */
export function usesInTypeScript(tree: Tree, file: string): Use[] {
  const uses: Use[] = [];
  walk(tree.ast(file), (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) uses.push(...usesInLiteral(node));
    if (ts.isCallExpression(node)) uses.push(...usesInCall(node));
  });
  return uses;
}

function usesInLiteral(node: ts.StringLiteralLike | ts.TemplateExpression): Use[] {
  const start = node.getStart() + 1;
  const text = plainText(node);
  return isSqlTemplate(node) || opening.test(text) ? usesOf(text, start) : [];
}

function isSqlTemplate(node: ts.Node): boolean {
  const { parent } = node;
  return ts.isTaggedTemplateExpression(parent) && /^sql\b/.test(parent.tag.getText());
}

/** The literal's text at its places in the file: each `${…}` gives way to blanks, or to the table that it names. */
function plainText(node: ts.StringLiteralLike | ts.TemplateExpression): string {
  const start = node.getStart();
  let text = node.getText();
  const spans = ts.isTemplateExpression(node) ? node.templateSpans : [];
  for (const { expression } of spans) {
    const from = text.lastIndexOf("${", expression.getStart() - start);
    const to = expression.end - start + 1;
    const blank = text.slice(from, to).replace(/[^\n]/g, " ");
    const name = /^sql\.(table|id|ref)\("(\w+)"\)$/.exec(expression.getText())?.[2] ?? "?";
    text = text.slice(0, from) + name + blank.slice(name.length) + text.slice(to);
  }
  return text.slice(1, -1).replace(/\\[nrt]/g, "  ");
}

function usesInCall(node: ts.CallExpression): Use[] {
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const deed = builders[node.expression.name.text];
  const given = node.arguments[0];
  if (deed === undefined || given === undefined) return [];
  const tables = ts.isArrayLiteralExpression(given) ? [...given.elements] : [given];
  return tables.filter(ts.isStringLiteralLike).map((table) => ({
    deed,
    table: table.text.replace(/^public\./, "").split(/\s/)[0] ?? "",
    offset: table.getStart(),
  }));
}
