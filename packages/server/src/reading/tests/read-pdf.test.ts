import { describe, expect, test } from "vitest";
import { readDocument } from "../index.ts";
import { asDrawn, column, type Drawn, makePdf } from "./make-pdf.ts";
import { wordByWord } from "./word-by-word.ts";

const textOf = async (...pages: (readonly Drawn[])[]) => (await readDocument(makePdf(pages), "a.pdf")).text;

describe("lines and paragraphs", () => {
  test("full lines go on, words cut at their end are whole again, larger steps part", async () => {
    const lines = [
      "L’ANAPEC et la région Casablanca-",
      "Settat ont signé une convention de",
      "partenariat qui vise la contrac-",
      "tualisation de 20.815 insertions dura-",
      "bles en deux ans.",
    ];
    expect(
      await textOf([
        ...column(["Fès"], { size: 20 }),
        ...column(lines, { y: 740 }),
        ...column(["Fin."], { y: 640 }),
      ]),
    ).toBe(
      "Fès\n\nL’ANAPEC et la région Casablanca-Settat ont signé une convention de partenariat qui vise la contractualisation de 20.815 insertions durables en deux ans.\n\nFin.",
    );
  });

  test("the hyphen of a compound stays where nothing shows that words are cut", async () => {
    const compound = ["Ce texte devrait déboucher sur un accord-", "cadre de partenariat."];
    expect(await textOf(column(compound))).toBe(
      "Ce texte devrait déboucher sur un accord-cadre de partenariat.",
    );
    const known = ["Le partenariat est signé : un long parte-", "nariat de trois ans."];
    expect(await textOf(column(known))).toBe("Le partenariat est signé : un long partenariat de trois ans.");
  });

  test("short lines and items stay lines", async () => {
    const lines = [
      "Les parties sont, pour cette convention :",
      "- la région ;",
      "- la société Exemple.",
      "Article 2 : durée",
    ];
    expect(await textOf(column(lines))).toBe(lines.join("\n"));
  });

  test("two columns are read one after the other, cells of a row stand by tabs", async () => {
    const left = column(["Colonne de gauche, une", "ligne puis une autre"], { x: 50 });
    const right = column(["Colonne de droite, une", "ligne puis la fin."], { x: 320 });
    const row = [
      { text: "Fès", x: 50, y: 600 },
      { text: "300", x: 320, y: 600 },
    ];
    expect(await textOf([...left, ...right, ...row])).toMatch(
      /^Colonne de gauche[\s\S]*autre\n\nColonne de droite[\s\S]*fin\.\n\nFès\t300$/,
    );
  });
});

describe("pages", () => {
  test("have their offsets; their numbers are no figures; a sentence may go over", async () => {
    const { text, pages, language } = await readDocument(
      makePdf([
        [...column(["La convention vise l’insertion de"]), ...column(["- 1 -"], { y: 30 })],
        [],
        [...column(["300 jeunes."]), ...column(["Page 3 sur 3"], { y: 30 })],
      ]),
      "a.pdf",
    );
    expect(text).toBe("La convention vise l’insertion de\n300 jeunes.");
    expect(pages).toEqual([
      { page: 1, start: 0, end: 33 },
      { page: 2, start: 33, end: 33 },
      { page: 3, start: 34, end: 45 },
    ]);
    expect(language).toBe("fr");
  });
});

describe("Arabic", () => {
  const sentence =
    "وقعت الوكالة (ANAPEC) يوم 15 دجنبر 2018 اتفاقية «إدماج» تهم 1.250 شابا بنسبة 12%، مع Lear Corporation.";

  test("drawn line by line comes out as it is read", async () => {
    expect(await textOf(column([asDrawn("وقعت الوكالة اتفاقية تهم 300 شاب.")]))).toBe(
      "وقعت الوكالة اتفاقية تهم 300 شاب.",
    );
  });

  test("drawn word by word from the left comes out as it is read", async () => {
    expect(await textOf(wordByWord(sentence))).toBe(sentence);
  });

  test("drawn word by word from the right, or in any order, too", async () => {
    const words = wordByWord(sentence);
    expect(await textOf(words.toReversed())).toBe(sentence);
    expect(await textOf([...words.slice(3), ...words.slice(0, 3)])).toBe(sentence);
  });

  test("drawn as shapes of letters becomes letters, the ligature of lam and alef in its order", async () => {
    const shapes = [..."ﺍﻹﻧﻌﺎﺵ ﻭﺍﻷﻋﻤﺎﻝ ﻻ"].reverse().join("");
    expect(await textOf(column([shapes]))).toBe("الإنعاش والأعمال لا");
  });

  test("inside a French line stays where it is", async () => {
    expect(await textOf(wordByWord("Le mot اتفاقية شراكة veut dire convention."))).toBe(
      "Le mot اتفاقية شراكة veut dire convention.",
    );
  });
});
