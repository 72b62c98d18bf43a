import { expect, test } from "vitest";
import type { DraftBlock } from "../api/drafting.ts";
import { cellStarts, type Passage, piecesOf, startsOf } from "./passages.ts";

const from = { key: "commitment.1.quantity", value: "1500", figure: true, basis: null };
const runs = [{ text: "Pour " }, { text: "1 500", from }, { text: " personnes" }];
const passage = (start: number, end: number, number = 1): Passage => ({
  ...{ id: `c${number}`, number, settled: false, start, end },
});
const told = (pieces: ReturnType<typeof piecesOf>) =>
  pieces.map(({ text, passages, begins, ends }) => [text, passages.length, begins.length, ends.length]);

test("a passage across a figure is cut out of each run that it touches", () => {
  expect(told(piecesOf(runs, 100, [passage(102, 112)]))).toEqual([
    ["Po", 0, 0, 0],
    ["ur ", 1, 1, 0],
    ["1 500", 1, 0, 0],
    [" p", 1, 0, 1],
    ["ersonnes", 0, 0, 0],
  ]);
});

test("two passages that overlap mark what both are about; one that stands elsewhere marks nothing", () => {
  expect(told(piecesOf(runs, 0, [passage(0, 10), passage(5, 20, 2), passage(40, 50, 3)]))).toEqual([
    ["Pour ", 1, 1, 0],
    ["1 500", 2, 1, 1],
    [" personnes", 1, 0, 1],
  ]);
});

test("blocks and cells begin where the clause's words count them", () => {
  const line: DraftBlock = { kind: "paragraph", runs, rows: [], made: null };
  const cell = (text: string) => [{ text }];
  const table: DraftBlock = {
    ...{ kind: "table", runs: [], made: "responsibilities" },
    rows: [
      [cell("ab"), cell("c")],
      [cell("d"), cell("ef")],
    ],
  };
  // «Pour 1 500 personnes», «ab | c», «d | ef»
  expect(startsOf([line, table, line])).toEqual([0, 21, 35]);
  expect(cellStarts(table, 21)).toEqual([
    [21, 26],
    [28, 32],
  ]);
});
