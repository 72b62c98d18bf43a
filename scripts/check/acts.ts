import ts from "typescript";
import { type DeclaredAct, declaredActs, declaredRoutes } from "./declared.ts";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import { routeFindings } from "./routes.ts";
import { coreFolder, type Tree } from "./tree.ts";

/** Every act and query says its name, permission and input; every route leads to one and has an access test. */
export function acts(tree: Tree): Reading {
  const declared = declaredActs(tree);
  const routes = declaredRoutes(tree);
  const findings = [...declared.flatMap(ofAct), ...twice(declared), ...routeFindings(tree, routes, declared)];
  const expected = tree.files.some((file) => /^packages\/core\/src\/[^/]+\/routes\.ts$/.test(file));
  return reading(declared.length + routes.length, "acts, routes", findings, expected);
}

function ofAct(act: DeclaredAct): Finding[] {
  const say = (sentence: string) => finding(act.file, act.line, `acts/${act.kind}`, sentence);
  const folder = coreFolder(act.file);
  const name = literal(act.fields.get("name"));
  const permission = act.fields.get("permission");
  const findings: Finding[] = [];
  if (act.holder === undefined || !act.exported)
    findings.push(say(`not exported under a name; write export const …`));
  if (name === undefined) findings.push(say('its name is no literal; accepted: name: "folder.verb"'));
  else if (folder !== undefined && !name.startsWith(`${folder}.`)) {
    findings.push(say(`"${name}" does not begin with its folder; accepted: "${folder}.…"`));
  }
  if (permission === undefined || literal(permission) === "") {
    findings.push(say("declares no permission; say which right it asks for"));
  }
  if (isOpen(act.fields.get("input")))
    findings.push(say("declares no input schema; say with zod what it accepts"));
  return findings;
}

/** `z.any()` and `z.unknown()` accept everything, which is no schema. */
function isOpen(schema: ts.Expression | undefined): boolean {
  return schema === undefined || /^z\.(any|unknown)\(\)$/.test(schema.getText());
}

export function literal(node: ts.Expression | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function twice(declared: readonly DeclaredAct[]): Finding[] {
  const first = new Map<string, DeclaredAct>();
  return declared.flatMap((act) => {
    const name = literal(act.fields.get("name")) ?? "";
    const other = first.get(name);
    if (other === undefined) first.set(name, act);
    if (other === undefined || name === "") return [];
    return [finding(act.file, act.line, "acts/duplicate", `"${name}" is already declared in ${other.file}`)];
  });
}
