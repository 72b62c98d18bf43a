import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readCatalogues } from "./catalogues.ts";
import { declaredErrors } from "./declared.ts";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import { coreFolders, lineAt, type Tree } from "./tree.ts";

const errorsFile = "docs/errors.md";
const command = "npm run check -- --write-docs";

/** Every folder of core explains itself, and every error code stands in docs/errors.md with its sentence. */
export function docs(tree: Tree): Reading {
  const folders = coreFolders(tree);
  const errors = declaredErrors(tree);
  return reading(
    folders.length + errors.length,
    "folders, codes",
    [
      ...folders.flatMap((folder) => unexplained(tree, folder)),
      ...outdated(tree),
      ...twice(tree),
      ...namedTests(tree),
    ],
    folders.length > 0,
  );
}

function unexplained(tree: Tree, folder: string): Finding[] {
  const file = `packages/core/src/${folder}/README.md`;
  if (tree.files.includes(file) && tree.text(file).trim() !== "") return [];
  return [
    finding(file, 1, "docs/readme", "missing; ten lines: the words, the invariants, one worked example"),
  ];
}

function outdated(tree: Tree): Finding[] {
  const wanted = errorsPage(tree);
  if (wanted === undefined) return [];
  if (!tree.files.includes(errorsFile))
    return [finding(errorsFile, 1, "docs/errors", `missing; \`${command}\` writes it`)];
  const written = tree.text(errorsFile).split("\n");
  const line = wanted.split("\n").findIndex((text, at) => written[at] !== text);
  if (line === -1 && written.length === wanted.split("\n").length) return [];
  return [
    finding(
      errorsFile,
      Math.max(line, 0) + 1,
      "docs/errors",
      `not what the code declares; \`${command}\` writes it`,
    ),
  ];
}

/** A code is stable only if one declaration owns it. */
function twice(tree: Tree): Finding[] {
  const first = new Map<string, string>();
  return declaredErrors(tree).flatMap(({ folder, name, file, line }) => {
    const code = `${folder}.${name}`;
    const other = first.get(code);
    if (other === undefined) first.set(code, `${file}:${line}`);
    return other === undefined
      ? []
      : [finding(file, line, "docs/errors", `${code} is already declared in ${other}`)];
  });
}

/** A page that says which test covers something is held to it. */
function namedTests(tree: Tree): Finding[] {
  const pages = tree.files.filter((file) => /^docs\/.*\.md$/.test(file));
  return pages.flatMap((page) => {
    const text = tree.text(page);
    return [...text.matchAll(/`([\w./-]+\.test\.tsx?)`/g)]
      .filter(([, test = ""]) => !tree.files.includes(test))
      .map((hit) =>
        finding(
          page,
          lineAt(text, hit.index),
          "docs/tests",
          `${hit[1]} is not there; name the test that covers it`,
        ),
      );
  });
}

/** The page of all error codes by folder; undefined when none is declared. */
export function errorsPage(tree: Tree): string | undefined {
  const errors = declaredErrors(tree);
  if (errors.length === 0) return undefined;
  const { catalogues } = readCatalogues(tree);
  const folders = [...new Set(errors.map((error) => error.folder))].sort();
  const sections = folders.map((folder) => {
    const rows = errors
      .filter((error) => error.folder === folder)
      .map(({ place, name, status }) => {
        const home = catalogues.find((catalogue) => catalogue.place === place);
        const cells = [home?.texts.en, home?.texts.fr, home?.texts.ar].map((texts) =>
          cell(texts?.get(`error.${name}`)),
        );
        return `| \`${folder}.${name}\` | ${status} | ${cells.join(" | ")} |`;
      });
    return [
      `## ${folder}`,
      "",
      "| code | HTTP | English | français | العربية |",
      "| --- | --- | --- | --- | --- |",
      ...rows,
    ].join("\n");
  });
  const intro = `What the program refuses, with its stable code and what it then says. Written by \`${command}\` from the code.`;
  return `${["# Errors", intro, ...sections].join("\n\n")}\n`;
}

const cell = (text: string | undefined) => (text ?? "").replaceAll("|", "\\|").replaceAll("\n", " ");

/** Writes docs/errors.md; returns the files written. */
export function writeDocs(tree: Tree): string[] {
  const page = errorsPage(tree);
  if (page === undefined) return [];
  const file = join(tree.root, errorsFile);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
  return [errorsFile];
}
