import { expect, test } from "vitest";
import { referencePieces } from "./reference-pieces.ts";

const references = (text: string) =>
  referencePieces(text)
    .filter(({ isReference }) => isReference)
    .map((piece) => piece.text);

test.each([
  ["Le texte de AO-2025-1 n’est pas signé.", ["AO-2025-1"]],
  ["(R90-2024-01/2, M: FES-MEKNES-1/M3)", ["R90-2024-01/2", "FES-MEKNES-1/M3"]],
  ["اتفاقية AO-2025-1", ["AO-2025-1"]],
  ["Fès-Meknès, ANAPEC–Actiris, ANAPEC-Actiris, c’est-à-dire - rien", []],
])("in «%s» the references are whole", (text, found) => {
  expect(references(text)).toEqual(found);
  expect(
    referencePieces(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});
