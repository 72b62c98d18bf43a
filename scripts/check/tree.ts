import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** The files that git lists (tracked, and new ones that are not ignored), each read and parsed once. */
export type Tree = {
  readonly root: string;
  readonly files: readonly string[];
  readonly text: (file: string) => string;
  readonly ast: (file: string) => ts.SourceFile;
};

export function openTree(root: string): Tree {
  const texts = new Map<string, string>();
  const asts = new Map<string, ts.SourceFile>();
  const text = (file: string) => keep(texts, file, () => readFileSync(join(root, file), "utf8"));
  return {
    root,
    files: listFiles(root),
    text,
    ast: (file) =>
      keep(asts, file, () =>
        ts.createSourceFile(file, text(file), ts.ScriptTarget.Latest, true, scriptKind(file)),
      ),
  };
}

function listFiles(root: string): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const names = new Set(listed.split("\0").filter((name) => name !== ""));
  return [...names].filter((name) => existsSync(join(root, name))).sort();
}

function scriptKind(file: string): ts.ScriptKind {
  return file.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function keep<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

export const isTypeScript = (file: string) => /\.tsx?$/.test(file);
/** Tests, and what stands in a folder `tests` for them. */
export const isTest = (file: string) => /\.test\.tsx?$|\/tests\//.test(file);
/** Written by a tool from another file of the repository: read by the compiler, not by people. */
export const isGenerated = (file: string) => /\.gen(\.d)?\.tsx?$/.test(file);
/** The folder of core that a file lies in, or undefined for a file elsewhere. */
export const coreFolder = (file: string) => /^packages\/core\/src\/([^/]+)\//.exec(file)?.[1];

/** The folders of core, as the files listed name them. */
export function coreFolders(tree: Tree): string[] {
  return [...new Set(tree.files.flatMap((file) => coreFolder(file) ?? []))];
}

/** The line on which an offset of a text lies, counted from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}
