import { statSync } from "node:fs";
import { join } from "node:path";
import { marksIn } from "./marks.ts";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import { isTest, isTypeScript, lineAt, type Tree } from "./tree.ts";

type Pattern = { readonly rule: string; readonly pattern: RegExp; readonly sentence: string };

const temporary: Pattern = {
  rule: "leaks/machine-path",
  pattern: /(?<![\w.$})\]/-])\/(root|tmp)\//g,
  sentence: "a path of one machine; take it from an option, the data folder or the system's temporary folder",
};
const everywhere: readonly Pattern[] = [
  {
    rule: "leaks/machine-path",
    pattern: /(?<![\w.$})\]/-])\/work\//g,
    sentence: "a path of the machine on which this was written; name places from the repository's root",
  },
  {
    rule: "leaks/registry",
    pattern: /\bregistry=|https?:\/\/[^\s"'/]*\b(registry|artifactory|nexus|verdaccio)\b/g,
    sentence: "the address of a registry; every installation uses its own",
  },
  {
    rule: "leaks/resolved",
    pattern: /"resolved": "http/g,
    sentence: "the lock file names a download address; .npmrc's omit-lockfile-registry-resolved keeps it out",
  },
];

const lockFile = "package-lock.json";
const textual = /\.(tsx?|m?js|sql|json|md|css|html|sh|ya?ml|toml|svg|csv)$|^\.npmrc$|^\.ci\//;
/** Foreign data are not ours to write, and the check itself must name what it looks for. */
const exempt = /^packages\/reference\/data\/|^scripts\/check\//;
const mayNamePaths = (file: string) => isTest(file) || /^(scripts|bench|e2e|packages\/testkit)\//.test(file);

/** What must never leave a machine or reach main: its paths, registries, muted tests, silenced compilers. */
export function leaks(tree: Tree): Reading {
  const files = tree.files.filter((file) => textual.test(file) && !exempt.test(file) && isSmall(tree, file));
  const findings = files.flatMap((file) => [
    ...(mayNamePaths(file) ? everywhere : [temporary, ...everywhere]).flatMap((one) =>
      search(tree, file, one),
    ),
    ...(isTypeScript(file) ? marksIn(tree, file) : []),
  ]);
  return reading(files.length, "files", [...findings, ...lackingInLock(tree)]);
}

type Lock = {
  readonly packages?: Readonly<Record<string, { optionalDependencies?: Record<string, string> }>>;
};

/** `npm ci` refuses a lock file that names an optional package of another platform and does not hold it. */
function lackingInLock(tree: Tree): Finding[] {
  if (!tree.files.includes(lockFile)) return [];
  const text = tree.text(lockFile);
  const { packages = {} } = JSON.parse(text) as Lock;
  const held = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, "")));
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) => {
    const lacking = Object.keys(optionalDependencies).filter((name) => !held.has(name));
    if (lacking.length === 0) return [];
    const line = lineAt(text, text.indexOf(JSON.stringify(place)));
    const sentence = `${place} names ${lacking.join(", ")}, which the file does not hold: \`npm ci\` refuses it; take the names out`;
    return [finding(lockFile, line, "leaks/lock", sentence)];
  });
}

const isSmall = (tree: Tree, file: string) => statSync(join(tree.root, file)).size < 2_000_000;

function search(tree: Tree, file: string, { rule, pattern, sentence }: Pattern): Finding[] {
  const text = tree.text(file);
  return [...text.matchAll(pattern)].map((hit) =>
    finding(file, lineAt(text, hit.index), rule, `"${hit[0]}": ${sentence}`),
  );
}
