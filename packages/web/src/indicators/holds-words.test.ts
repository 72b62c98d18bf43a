import { expect, test } from "vitest";
import type { Indicator } from "../api/read.ts";
import { holdsWords } from "./holds-words.ts";

const indicator = {
  code: "durable_jobs",
  aliases: ["stable_jobs"],
  label: { fr: "emplois durables créés", ar: "مناصب شغل قارة", en: "durable jobs" },
  definition: {
    definition: { fr: "Contrat à durée indéterminée", ar: "عقد غير محدد المدة", en: "Permanent contract" },
  },
} as unknown as Indicator;

test.each(["", "duree INDETERMINEE", "stable_jobs", "المده", "durables contract"])(
  "«%s» finds it",
  (text) => {
    expect(holdsWords(indicator, text)).toBe(true);
  },
);

test("every word must stand somewhere", () => {
  expect(holdsWords(indicator, "emplois saisonniers")).toBe(false);
});
