import { basename, dirname } from "node:path/posix";
import { type Finding, finding, type Reading, reading } from "./part.ts";
import type { Tree } from "./tree.ts";

const vague = /(^|-)(utils?|helpers?|common|managers?|services?)$/;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
/** Migrations are named as tables are. */
const migration = /^\d{4}(_[a-z0-9]+)+\.sql$/;
const source = /\.(tsx?|mts|mjs|js|css|sql|sh)$/;
/** Files of others keep the names under which they were published. */
const foreign = /^packages\/(reference\/data|web\/public)\//;

/** Files are named by the act or the thing, in kebab-case. */
export function names(tree: Tree): Reading {
  const files = tree.files.filter((file) => !foreign.test(file));
  return reading(files.length, "files", [...files.flatMap(badFile), ...badFolders(files)]);
}

function badFile(file: string): Finding[] {
  const name = basename(file);
  if (vague.test(stem(name).toLowerCase())) {
    const sentence = `"${name}" says nothing; name the file by the act or the thing in it`;
    return [finding(file, 1, "names/vague", sentence)];
  }
  const wellNamed = kebab.test(name) || (file.includes("/migrations/") && migration.test(name));
  if (!source.test(name) || wellNamed) return [];
  const sentence = `"${name}" is not kebab-case; accepted: record-result.ts, record-result.test.ts, 0001_results.sql`;
  return [finding(file, 1, "names/kebab-case", sentence)];
}

const stem = (name: string) => name.replace(/^\.+/, "").split(".")[0] ?? "";

function badFolders(files: readonly string[]): Finding[] {
  const folders = new Set(files.filter((file) => source.test(file)).flatMap(parents));
  return [...folders].flatMap((folder) => {
    const name = basename(folder);
    if (vague.test(name)) {
      return [
        finding(folder, 1, "names/vague", `"${name}" says nothing; name the folder by what it is about`),
      ];
    }
    if (kebab.test(name)) return [];
    return [finding(folder, 1, "names/kebab-case", `the folder "${name}" is not kebab-case`)];
  });
}

function parents(file: string): string[] {
  const folder = dirname(file);
  return folder === "." ? [] : [folder, ...parents(folder)];
}
