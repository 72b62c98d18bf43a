// What the schemas of the core say of a field is known in every language: a new sentence is found in their sources.
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { knownShapes, sayShape } from "./say-shape.ts";

const folder = new URL("../../../core/src/", import.meta.url).pathname;
const said = [
  /\.regex\(\s*(?:\/(?:[^/\\\n[]|\\.|\[[^\]]*\])+\/[a-z]*|[A-Za-z]+),\s*"([^"]+)"/gu,
  /\bmessage: "([^"]+)"/gu,
  // the last word of a refinement; what is one word is a name of something
  /\.refine\((?:(?!\.refine\()[\s\S]){0,300}?,\s*"([^"\n]+ [^"\n]+)",?\s*\)/gu,
];

/** But of the file of keys, which nobody sends. */
function sentencesOfSchemas(): string[] {
  const files = globSync("**/*.ts", { cwd: folder }).filter((file) => !/test|messages|key-file/u.test(file));
  const found = files.flatMap((file) => {
    const text = readFileSync(`${folder}${file}`, "utf8");
    return said.flatMap((pattern) => [...text.matchAll(pattern)].map(([, words = ""]) => words));
  });
  return [...new Set(found)].sort();
}

test("every sentence of a schema is said in French and in Arabic, and none that no schema says", () => {
  const sentences = sentencesOfSchemas();
  expect(sentences.length).toBeGreaterThan(20);
  expect([...knownShapes].sort()).toEqual(sentences);
});

test("it is said in the asker's language", () => {
  expect(sayShape("fr", "15 digits")).toBe("quinze chiffres");
  expect(sayShape("ar", "15 digits")).toBe("خمسة عشر رقما");
  expect(sayShape("en", "15 digits")).toBe("15 digits");
});
