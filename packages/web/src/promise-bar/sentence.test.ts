import { readFileSync } from "node:fs";
import { createIntl } from "react-intl";
import { describe, expect, test } from "vitest";
import type { Promised } from "./geometry.ts";
import { barSentence } from "./sentence.ts";

const intl = (locale: "fr" | "ar" | "en", tag: string) =>
  createIntl({
    locale: tag,
    messages: JSON.parse(readFileSync(new URL(`messages/${locale}.json`, import.meta.url), "utf8")),
  });
const words = { fr: intl("fr", "fr"), ar: intl("ar", "ar-MA-u-nu-latn"), en: intl("en", "en") };
const nothing: Promised = {
  announced: [],
  signed: null,
  declared: null,
  realised: 0,
  proven: 0,
  elapsed: null,
};

describe("the promise bar in words", () => {
  test("says an announcement without evidence in three languages, with Western digits", () => {
    const promised = { ...nothing, announced: [20815] };
    expect(barSentence(words.en, promised, "Job seekers")).toBe(
      "Job seekers: announced 20,815; no evidence available; no deadline in the text.",
    );
    expect(barSentence(words.fr, promised, "Chercheurs d’emploi").replace(/\s/g, " ")).toBe(
      "Chercheurs d’emploi : annoncé 20 815 ; aucune preuve disponible ; pas d’échéance dans le texte.",
    );
    expect(barSentence(words.ar, promised, "الباحثون عن شغل")).toBe(
      "الباحثون عن شغل: المُعلَن 20.815؛ لا تتوفر أي حجة؛ لا أجل محددا في النص.",
    );
  });

  test("says everything of a promise in full life", () => {
    const promised = {
      announced: [4000, 4300],
      signed: { original: 4000, current: 3500 },
      declared: 2500,
      realised: 2000,
      proven: 1200,
      elapsed: 0.45,
    };
    expect(barSentence(words.en, promised, "Persons")).toBe(
      "Persons: announced from 4,000 to 4,300 in 2 readings of the sources; signed 3,500 (originally 4,000); proven 1,200; realised 2,000; declared without names 500; 45% of the period elapsed.",
    );
  });

  test("counts sources with the plural that Arabic has for them", () => {
    const sources = (count: number) =>
      barSentence(words.ar, { ...nothing, announced: Array.from({ length: count }, () => 10) }, "أشخاص");
    expect(sources(2)).toContain("(مصدران)");
    expect(sources(3)).toContain("(3 مصادر)");
    expect(sources(11)).toContain("(11 مصدرا)");
  });

  test("says when there is no number", () => {
    expect(barSentence(words.en, { ...nothing, announced: [null] }, "Mobile units")).toContain(
      "announced without a number",
    );
    const signed = { original: null, current: null };
    expect(barSentence(words.en, { ...nothing, signed }, "Orders")).toContain("signed without a number");
  });
});
