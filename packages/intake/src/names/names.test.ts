import { describe, expect, test } from "vitest";
import { read } from "../read.ts";

function named(text: string): string[] {
  const { reading } = read(text);
  const words = (from: number, to: number) =>
    text.slice(reading.tokens[from]?.start, reading.tokens[to - 1]?.end);
  return reading.organisations.filter((o) => !o.generic).map((o) => words(o.nameFrom, o.nameTo));
}

describe("organisations", () => {
  test("a name goes on to its end and no further", () => {
    expect(
      named(
        "Il a rencontré la Fédération des métiers du cuir de Zerhana et la Chambre d'artisanat pour la formation de 20 jeunes.",
      ),
    ).toEqual(["Fédération des métiers du cuir de Zerhana", "Chambre d'artisanat"]);
  });

  test("APEC is not ANAPEC", () => {
    const { reading } = read("L'Apec et l'ANAPEC se sont réunies.");
    expect(reading.organisations.map((o) => o.key)).toEqual(["apec", "anapec"]);
  });

  test("an acronym in brackets is the same body", () => {
    const { reading } = read(
      "La Fédération des industries du câble (FIC) recrute. La FIC compte sur ses membres.",
    );
    expect(new Set(reading.organisations.map((o) => o.key)).size).toBe(1);
  });

  test("portfolios in a row are one ministry", () => {
    expect(named("Le ministère de l'Emploi, de la Petite entreprise et des Compétences a signé.")[0]).toBe(
      "ministère de l'Emploi, de la Petite entreprise et des Compétences",
    );
  });

  test("English names with their head at the end or the beginning", () => {
    expect(named("Yesterday the Horizon Skills Foundation met the Federation of Leather Trades.")).toEqual([
      "Horizon Skills Foundation",
      "Federation of Leather Trades",
    ]);
  });

  test("Arabic names stop at the conjunction before the next body", () => {
    expect(named("وقعت مؤسسة أفق الأطلس وشركة نورسيل اتفاقية شراكة.")).toEqual([
      "مؤسسة أفق الأطلس",
      "وشركة نورسيل",
    ]);
  });

  test("« the company » refers to the one named before", () => {
    const { reading } = read("La société Verdanor s'agrandit. L'entreprise recrutera.");
    expect(reading.organisations.map((o) => o.key)).toEqual(["verdanor", "verdanor"]);
  });

  test("a quotation after its head is the name", () => {
    expect(named("Avec l'association « Main tendue » du quartier.")).toEqual(["association « Main tendue »"]);
  });
});

describe("people and places", () => {
  test("a function with its body and its holder", () => {
    const text = "Le directeur général de l'ANAPEC, Salim Ourdane, a parlé.";
    const { reading } = read(text);
    const [person] = reading.persons;
    expect(person?.organisation?.key).toBe("anapec");
    expect(
      person?.name &&
        text.slice(reading.tokens[person.name.from]?.start, reading.tokens[person.name.to - 1]?.end),
    ).toBe("Salim Ourdane");
  });

  test("a place of the register has its code in both scripts", () => {
    const codes = (text: string) => read(text).reading.places.map((p) => p.place.territory?.code);
    expect(codes("dans la région de Fès-Meknès")).toContain("03");
    expect(codes("بجهة سوس ماسة")).toContain("09");
  });

  test("« ب » before a town is a preposition, unless the name begins with it", () => {
    const joined = (text: string) => read(text).reading.places.map((p) => p.joined);
    expect(joined("بالرباط")).toEqual([true]);
    expect(joined("بروكسل")).toEqual([false]);
  });
});
