import { expect, test } from "vitest";
import { inTreeOrder } from "./in-tree-order.ts";

const node = (reference: string, parent: string | null = null) => ({ reference, parent });
const shown = (list: { agreement: { reference: string }; depth: number }[]) =>
  list.map(({ agreement, depth }) => `${depth} ${agreement.reference}`);

test("puts conventions under their contract-programme, wherever they come", () => {
  const page = [node("CONV-1", "CP"), node("MOU"), node("CP"), node("CONV-2", "CP")];
  expect(shown(inTreeOrder(page, true))).toEqual(["0 MOU", "0 CP", "1 CONV-1", "1 CONV-2"]);
});

test("shows an agreement whose parent is on another page, and keeps a chosen order as it is", () => {
  const page = [node("CONV-1", "CP"), node("A")];
  expect(shown(inTreeOrder(page, true))).toEqual(["0 CONV-1", "0 A"]);
  expect(shown(inTreeOrder([node("B", "A"), node("A")], false))).toEqual(["0 B", "0 A"]);
});
