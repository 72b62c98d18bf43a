import { basename } from "node:path/posix";
import { type Finding, finding } from "./part.ts";
import { coreFolders, type Tree } from "./tree.ts";

export const languages = ["fr", "ar", "en"] as const;
export type Language = (typeof languages)[number];

/** A folder's messages in the three languages, and the keys whose Arabic needs no Arabic letter. */
export type Catalogue = {
  /** The folder that holds messages/. */
  readonly place: string;
  readonly texts: Readonly<Record<Language, ReadonlyMap<string, string>>>;
  readonly exempt: readonly string[];
};

export const fileOf = ({ place }: Catalogue, language: Language) => `${place}/messages/${language}.json`;

/** Every folder that has messages, and every folder of core, which must have them. */
export function readCatalogues(tree: Tree): { catalogues: Catalogue[]; findings: Finding[] } {
  const written = tree.files.flatMap(
    (file) => /^(packages\/.*)\/messages\/(?:fr|ar|en)\.json$/.exec(file)?.[1] ?? [],
  );
  const places = new Set([...written, ...coreFolders(tree).map((folder) => `packages/core/src/${folder}`)]);
  const findings: Finding[] = [];
  const catalogues = [...places].sort().map((place) => readCatalogue(tree, place, findings));
  return { catalogues, findings };
}

function readCatalogue(tree: Tree, place: string, findings: Finding[]): Catalogue {
  const files = languages.map((language) => `${place}/messages/${language}.json`);
  const missing = files.filter((file) => !tree.files.includes(file));
  if (missing.length > 0) {
    const sentence = `${missing.map((file) => basename(file)).join(", ")} missing; a folder has fr.json, ar.json and en.json`;
    findings.push(finding(`${place}/messages`, 1, "messages/file", sentence));
  }
  const read = (language: Language) => readTexts(tree, `${place}/messages/${language}.json`, findings);
  const exemptFile = `${place}/messages/exempt.json`;
  const exempt = tree.files.includes(exemptFile) ? (JSON.parse(tree.text(exemptFile)) as string[]) : [];
  return { place, texts: { fr: read("fr"), ar: read("ar"), en: read("en") }, exempt };
}

function readTexts(tree: Tree, file: string, findings: Finding[]): Map<string, string> {
  if (!tree.files.includes(file)) return new Map();
  const entries = Object.entries(JSON.parse(tree.text(file)) as Record<string, unknown>);
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  if (texts.length < entries.length) {
    findings.push(finding(file, 1, "messages/file", "a value is no text; accepted: one object of key: text"));
  }
  return new Map(texts);
}

/** The line on which a key stands in its file, or 1. */
export function lineOfKey(tree: Tree, file: string, key: string): number {
  if (!tree.files.includes(file)) return 1;
  const before = tree.text(file).split(`${JSON.stringify(key)}:`);
  return before.length < 2 ? 1 : (before[0] ?? "").split("\n").length;
}
