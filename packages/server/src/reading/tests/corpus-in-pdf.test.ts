// The engine's own texts, laid out as pages: what a pdf says must be what its text says.
import { readdirSync, readFileSync } from "node:fs";
import { intake } from "@iltizam/intake";
import { expect, test } from "vitest";
import { readDocument } from "../index.ts";
import { type Drawn, makePdf } from "./make-pdf.ts";
import { wordByWord } from "./word-by-word.ts";

const corpus = new URL("../../../../intake/corpus/measure/", import.meta.url);
const names = readdirSync(corpus).filter((name) => name.endsWith(".txt"));

test.each(names)("%s reads the same from a pdf", async (name) => {
  const text = readFileSync(new URL(name, corpus), "utf8");
  const { text: read } = await readDocument(makePdf(laidOut(text)), "page.pdf");
  expect(oneLine(read)).toBe(oneLine(text));
  expect(valuesOf(read)).toEqual(valuesOf(text));
});

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** Everything proposed of agreements and figures, save the passages, and the place of signing: a dateline on a line of its own gives none. */
function valuesOf(text: string) {
  const { instruments, shared, otherFigures } = intake({ file: "a", text });
  return JSON.parse(
    JSON.stringify({ instruments, shared, otherFigures }, (key, value) =>
      key === "passage" || key === "signedAt"
        ? undefined
        : typeof value === "string"
          ? oneLine(value)
          : value,
    ),
  ) as unknown;
}

/** Paragraphs in lines of 100 letters, 40 lines to a page. */
function laidOut(text: string): Drawn[][] {
  const rightToLeft = /^\P{L}*\p{Script=Arabic}/u.test(text);
  const pages: Drawn[][] = [[]];
  let y = 800;
  for (const line of text.split("\n").flatMap((one) => wrapped(one, 100))) {
    if (y < 60) {
      pages.push([]);
      y = 800;
    }
    if (line !== "") pages.at(-1)?.push(...wordByWord(line, { y, size: 10, rightToLeft }));
    y -= line === "" ? 12 : 14;
  }
  return pages;
}

function wrapped(line: string, width: number): string[] {
  const lines = [""];
  for (const word of line.trim().split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
