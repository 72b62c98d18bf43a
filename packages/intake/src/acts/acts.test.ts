import { describe, expect, test } from "vitest";
import { intake } from "../index.ts";

const told = (text: string) =>
  intake({ file: "t.txt", text }).instruments.map(
    (i) => `${i.type?.value} ${i.status?.value} ${i.count?.value ?? "-"}`,
  );
const parties = (text: string) =>
  intake({ file: "t.txt", text }).instruments.map((i) => i.parties.map((p) => p.name?.value));

describe("what is signed, planned, recalled", () => {
  test.each([
    ["L'ANETI et Verdanor ont signé lundi une convention.", ["convention signed 1"]],
    ["L'ANETI et Verdanor signeront en mai une convention.", ["convention planned 1"]],
    ["Les deux agences ont décidé de signer un mémorandum d'entente.", ["mou planned 1"]],
    ["Le comité a évalué la convention signée en 2019 avec Verdanor.", ["convention existing -"]],
    ["Huit conventions ont été signées hier.", ["convention signed 8"]],
    ["تم توقيع اتفاقيتين بالرباط.", ["convention signed 2"]],
    ["وقعت الوكالة عدة اتفاقيات شراكة.", ["convention signed -"]],
    ["The agency plans to sign a letter of intent.", ["letter_of_intent planned 1"]],
    ["Un avenant à la convention de 2020 a été signé.", ["amendment signed 1", "convention existing -"]],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each([
    "Aucune convention n'a été signée.",
    "Il a plaidé pour la signature d'une convention avec l'agence.",
    "No agreement was signed this year.",
    "ولم يتم توقيع أي اتفاقية خلال هذا الملتقى.",
    "La convention collective du secteur s'applique.",
    "Le taux de chômage recule à 12 %.",
  ])("nothing to record: %s", (text) => {
    expect(told(text)).toEqual([]);
  });

  test("« la première … la seconde » are told apart", () => {
    const text =
      "Deux conventions ont été signées. La première vise l'insertion de 200 jeunes. La seconde concerne la formation de 90 femmes.";
    const draft = intake({ file: "t.txt", text });
    expect(draft.instruments.map((i) => i.targets.map((t) => t.value?.value))).toEqual([[200], [90]]);
    expect(draft.shared.targets).toEqual([]);
  });

  test("a letter leads to the convention that it prepares", () => {
    const text =
      "Les deux agences ont décidé de signer une lettre d'entente qui lancera les jalons d'une convention.";
    const [letter, convention] = intake({ file: "t.txt", text }).instruments;
    expect(letter?.leadsTo).toBe(convention?.ref);
  });
});

describe("who is a party", () => {
  test("those between whom it is signed, not those who preside or attend", () => {
    const text =
      "Le ministre de l'Emploi, Salim Ourdane, a présidé la signature d'un protocole entre l'ANPEJ et la société Verdanor, en présence du gouverneur et de la Fondation Imzoran.";
    expect(parties(text)).toEqual([["ANPEJ", "Verdanor"]]);
  });

  test("those who sign through their head", () => {
    const text =
      "Le président de la Fédération du cuir, Driss Ayourou, et la directrice générale de l'ANETI ont signé un accord.";
    expect(parties(text)).toEqual([["Fédération du cuir", "ANETI"]]);
  });

  test("the list after « avec » in Arabic", () => {
    expect(parties("وقعت جمعية إيزوران اتفاقية مع كل من تعاونية أفوس وشركة أملال.")).toEqual([
      ["جمعية إيزوران", "تعاونية أفوس", "شركة أملال"],
    ]);
  });

  test("eight announced, nine named: a doubt, not a correction", () => {
    const names = ["Alba", "Borea", "Cantara", "Dorsal", "Estuario"].map((n) => `${n} Textile`).join(", ");
    const draft = intake({ file: "t.txt", text: `L'ANETI a signé quatre conventions avec ${names}.` });
    expect(draft.instruments[0]?.count?.value).toBe(4);
    expect(draft.doubts[0]?.readings).toEqual(["4 instruments", "5 counterparties"]);
  });
});
