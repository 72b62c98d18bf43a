import { expect, test } from "vitest";
import { meaningFaults, meaningToSend, noMeaning } from "./meaning.ts";

const written = {
  ...noMeaning,
  ...{ definition_fr: "Contrats signés ", definition_ar: "عقود موقعة", definition_en: "Contracts signed" },
  ...{ effectiveFrom: "2026-01-01", reason: "comité du 3 mars" },
};

test("what nobody wrote is left out: the version before keeps holding", () => {
  expect(meaningFaults(written)).toEqual({});
  expect(meaningToSend(written)).toEqual({
    ...{ effectiveFrom: "2026-01-01", reason: "comité du 3 mars", proofLevel: 2 },
    definition: { fr: "Contrats signés", ar: "عقود موقعة", en: "Contracts signed" },
  });
});

test("what is said in one language is asked for in the two others", () => {
  const half = { ...written, pitfalls_ar: "لا تحسب مرتين" };
  expect(Object.keys(meaningFaults(half))).toEqual(["pitfalls_fr", "pitfalls_en"]);
  const whole = { ...half, pitfalls_fr: "Ne pas compter deux fois", pitfalls_en: "Do not count twice" };
  expect(meaningFaults(whole)).toEqual({});
  expect(meaningToSend(whole).pitfalls).toEqual({
    ...{ fr: "Ne pas compter deux fois", ar: "لا تحسب مرتين", en: "Do not count twice" },
  });
});
