import { expect, test } from "vitest";
import { readDocument } from "../index.ts";
import { deleted, item, makeDocx, paragraph, rows } from "./make-docx.ts";

test("paragraphs, lists and tables of a Word document; what was struck out is out", async () => {
  const docx = makeDocx(
    paragraph("Convention de partenariat & d’appui"),
    deleted("Entre les anciens signataires"),
    item("l’ANAPEC ;"),
    item("le Conseil de la région."),
    rows([
      ["Province", "Cible"],
      ["Fès", "300"],
    ]),
    paragraph("وقعت الاتفاقية بفاس يوم 15 دجنبر 2018."),
  );
  expect(await readDocument(docx, "convention.docx")).toEqual({
    text: "Convention de partenariat & d’appui\n\n• l’ANAPEC ;\n• le Conseil de la région.\n\nProvince\tCible\nFès\t300\n\nوقعت الاتفاقية بفاس يوم 15 دجنبر 2018.",
  });
});
