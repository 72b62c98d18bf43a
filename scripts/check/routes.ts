import { basename, dirname } from "node:path/posix";
import ts from "typescript";
import { type DeclaredAct, fieldsOf } from "./declared.ts";
import { type Finding, finding } from "./part.ts";
import { lineOf, type Tree, walk } from "./tree.ts";

type Route = {
  readonly file: string;
  readonly line: number;
  readonly method: string;
  readonly path: string;
  /** The constant of the act or query that answers. */
  readonly answers: string;
};

/** Routes that lead nowhere, stand twice, are in no access test, or are missing from the API's description. */
export function routeFindings(
  tree: Tree,
  declared: readonly { file: string; element: ts.Expression }[],
  acts: readonly DeclaredAct[],
): Finding[] {
  const read = declared.map(({ file, element }) => readRoute(file, element));
  const routes = read.filter((route): route is Route => "method" in route);
  const unreadable = read.filter((route): route is Finding => !("method" in route));
  return [
    ...unreadable,
    ...withoutDoor(tree, declared),
    ...routes.flatMap((route) => leadsNowhere(route, acts)),
    ...duplicates(routes),
    ...untested(tree, routes, acts),
    ...undescribed(tree, routes),
  ];
}

function readRoute(file: string, element: ts.Expression): Route | Finding {
  const fields = fieldsOf(element);
  const method = fields.get("method");
  const path = fields.get("path");
  const answers = fields.get("act") ?? fields.get("query");
  const line = lineOf(element);
  if (method && path && answers && ts.isStringLiteral(method) && ts.isStringLiteral(path)) {
    return { file, line, method: method.text, path: path.text, answers: answers.getText() };
  }
  const accepted = '{ method: "POST", path: "/agreements/:id/signature", act: sign, summary: "…" }';
  return finding(file, line, "routes/plain", `not plain data; accepted: ${accepted}`);
}

/** The server serves and describes what a folder's index.ts exports as `routes`, and nothing else. */
function withoutDoor(tree: Tree, declared: readonly { file: string; element: ts.Expression }[]): Finding[] {
  const files = [...new Set(declared.map(({ file }) => file))];
  return files.flatMap((file) => {
    const door = `${dirname(file)}/index.ts`;
    const exported =
      tree.files.includes(door) &&
      /export (\*|\{[^}]*\broutes\b[^}]*\}) from "\.\/routes\.ts"/.test(tree.text(door));
    const named = basename(file) === "routes.ts" && /export const routes\b/.test(tree.text(file));
    if (exported && named) return [];
    const sentence =
      "the server does not see these; accepted: export const routes in routes.ts, exported again by index.ts";
    return [finding(file, 1, "routes/door", sentence)];
  });
}

function leadsNowhere({ file, line, path, answers }: Route, acts: readonly DeclaredAct[]): Finding[] {
  const folder = file.slice(0, file.lastIndexOf("/"));
  const known = acts.some((act) => act.holder === answers && act.file.startsWith(`${folder}/`));
  const badPath =
    !/^\/([a-z0-9-]+|:[a-zA-Z]+)(\/([a-z0-9-]+|:[a-zA-Z]+))*$/.test(path) || path.startsWith("/api/");
  return [
    ...(known ? [] : [finding(file, line, "routes/act", `${answers} is no act or query of this folder`)]),
    ...(badPath
      ? [finding(file, line, "routes/path", `"${path}" is no path; accepted: /agreements/:reference`)]
      : []),
  ];
}

const shapeOf = ({ method, path }: Route) => `${method} ${path.replace(/:\w+/g, ":")}`;

function duplicates(routes: readonly Route[]): Finding[] {
  const first = new Map<string, Route>();
  return routes.flatMap((route) => {
    const other = first.get(shapeOf(route));
    if (other === undefined) first.set(shapeOf(route), route);
    if (other === undefined) return [];
    const sentence = `${route.method} ${route.path} already stands in ${other.file}:${other.line}`;
    return [finding(route.file, route.line, "routes/duplicate", sentence)];
  });
}

/** An access test names the act, by its constant or by its name in the journal. */
function untested(tree: Tree, routes: readonly Route[], acts: readonly DeclaredAct[]): Finding[] {
  const named = new Set(
    tree.files.filter((file) => file.endsWith(".access.test.ts")).flatMap((file) => wordsIn(tree, file)),
  );
  return routes.flatMap(({ file, line, answers }) => {
    const act = acts.find(({ holder }) => holder === answers);
    const name = act?.fields.get("name");
    if (named.has(answers) || (name && ts.isStringLiteral(name) && named.has(name.text))) return [];
    const sentence = `${answers} is in no access test; add it to a *.access.test.ts: who may, who may not`;
    return [finding(file, line, "routes/access-test", sentence)];
  });
}

function wordsIn(tree: Tree, file: string): string[] {
  const words: string[] = [];
  walk(tree.ast(file), (node) => {
    if (ts.isIdentifier(node) || ts.isStringLiteral(node)) words.push(node.text);
  });
  return words;
}

/** The description of the API that git lists (the web's client is made from it), if there is one. */
function undescribed(tree: Tree, routes: readonly Route[]): Finding[] {
  return tree.files
    .filter((file) => /(^|\/)openapi\.json$/.test(file))
    .flatMap((file) => {
      const { paths = {} } = JSON.parse(tree.text(file)) as {
        paths?: Record<string, Record<string, unknown>>;
      };
      return routes.flatMap((route) => {
        const path = `/api/v1${route.path.replace(/:(\w+)/g, "{$1}")}`;
        if (paths[path]?.[route.method.toLowerCase()] !== undefined) return [];
        const sentence = `${route.method} ${path} is not in ${file}; write that file anew`;
        return [finding(route.file, route.line, "routes/openapi", sentence)];
      });
    });
}
