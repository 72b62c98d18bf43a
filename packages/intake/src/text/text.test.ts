import { expect, test } from "vitest";
import { fold } from "./fold.ts";
import { languageOf } from "./language.ts";
import { sift } from "./noise.ts";
import { sentencesOf } from "./sentences.ts";
import { tokenise } from "./tokens.ts";

const lines = (text: string) => {
  const tokens = tokenise(text);
  return sift(tokens, sentencesOf(text, tokens)).sentences.map((s) => text.slice(s.start, s.end));
};

test("a word is compared without accents, vowel marks or hamza seats", () => {
  expect(fold("Fès")).toBe("fes");
  expect(fold("مُؤَسَّسَة")).toBe("موسسه");
  expect(fold("٢٠٢٥")).toBe("2025");
});

test("an Arabic word is also known without its conjunction, preposition and article", () => {
  const [word] = tokenise("وبالوكالة");
  expect(word?.stems).toContain("وكاله");
});

test("decimals, initials and abbreviations do not end a sentence", () => {
  expect(lines("M. Achiq a parlé de 1.500 postes. Le coût est de 3.5 MDH.")).toEqual([
    "M. Achiq a parlé de 1.500 postes.",
    "Le coût est de 3.5 MDH.",
  ]);
});

test("menus, links to other articles and repeated titles are noise", () => {
  const text =
    "Menu\nRechercher\n\nUn accord à Safi\n\nLire aussi : 5 000 emplois promis\n\nUn accord à Safi\n\nDeux partenaires ont signé.";
  expect(lines(text)).toEqual(["Un accord à Safi", "Deux partenaires ont signé."]);
});

test("a hard-wrapped line goes on, a list item stands alone", () => {
  const text =
    "Les conventions suivantes ont été signées hier au siège de la région par\nles parties :\n- une convention ;\n- un protocole.";
  expect(lines(text)).toHaveLength(3);
});

test("the language is that of most words", () => {
  expect(languageOf(tokenise("The council and the company signed an agreement."))).toBe("en");
  expect(languageOf(tokenise("وقعت الوكالة اتفاقية مع ANAPEC"))).toBe("ar");
  expect(languageOf(tokenise("La région et la société ont signé."))).toBe("fr");
});
