import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { intake } from "../index.ts";
import { casesIn, sharedTexts } from "./expected.ts";
import { measure } from "./measure.ts";

const corpus = (name: string) => fileURLToPath(new URL(`../../corpus/${name}`, import.meta.url));
const develop = casesIn(corpus("develop"));
const measured = casesIn(corpus("measure"));
const notes = casesIn(
  corpus("notes"),
  fileURLToPath(new URL("../../../reference/data/notes", import.meta.url)),
);

test("the corpus is what it claims: sixty texts and more, in three languages, some with nothing to record", () => {
  const all = [...develop, ...measured];
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(all.filter((c) => c.name.startsWith("ar-")).length).toBeGreaterThanOrEqual(15);
  expect(all.filter((c) => c.name.startsWith("en-")).length).toBeGreaterThanOrEqual(10);
  expect(all.filter((c) => c.expected.instruments.length === 0).length).toBeGreaterThanOrEqual(10);
});

describe.each([
  ["develop", develop, 0.95],
  ["measure", measured, 0.85],
  ["notes", notes, 0.95],
] as const)("the set %s", (name, cases, least) => {
  const result = measure(cases);
  test("invents nothing", () => {
    expect(result.scored.flatMap((s) => s.inventions.map((i) => `${s.name}: ${i}`))).toEqual([]);
  });
  test(`reaches a mean F1 of ${least}`, () => {
    expect(result.meanF1).toBeGreaterThanOrEqual(least);
  });
  test("records nothing where nothing is signed or planned", () => {
    const empty = cases.filter((c) => c.expected.instruments.length === 0);
    expect(
      empty.flatMap((c) =>
        intake({ file: c.file, text: c.text }).instruments.map((i) => `${c.name} ${i.ref}`),
      ),
    ).toEqual([]);
  });
  if (name === "measure") return;
  test("never takes another figure for a promise", () => {
    const wrong = cases.flatMap((c) => {
      const draft = intake({ file: c.file, text: c.text });
      const promised = [...draft.instruments.flatMap((i) => i.targets), ...draft.shared.targets].map(
        (t) => t.value?.value,
      );
      const expected = [
        ...c.expected.instruments.flatMap((i) => i.targets ?? []),
        ...(c.expected.shared?.targets ?? []),
      ].map((t) => t.value);
      return (c.expected.otherFigures ?? [])
        .filter((f) => promised.includes(f.value) && !expected.includes(f.value))
        .map((f) => `${c.name}: ${f.value}`);
    });
    expect(wrong).toEqual([]);
  });
});

test("an article takes less than 50 ms (median)", () => {
  const times = [...develop, ...measured].map((c) => {
    // of the processor, not of the clock: what else the machine does takes no part
    const before = process.threadCpuUsage();
    intake({ file: c.file, text: c.text });
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  });
  times.sort((a, b) => a - b);
  expect(times[Math.floor(times.length / 2)]).toBeLessThan(50);
});

const texts = sharedTexts(fileURLToPath(new URL(".", import.meta.url)));
const real = texts ? casesIn(corpus("real"), texts) : [];

if (texts) {
  describe("the five real texts", () => {
    const result = measure(real);
    test.each(real.map((c) => [c.name, c] as const))("%s gives its figures at their levels", (name) => {
      const scored = result.scored.find((s) => s.name === name);
      const wrong = (
        ["instruments", "parties", "targets", "levels", "amounts", "otherFigures"] as const
      ).flatMap((field) => [
        ...(scored?.fields[field].missed ?? []).map((m) => `${field} missed ${m}`),
        ...(scored?.fields[field].extra ?? []).map((m) => `${field} extra ${m}`),
      ]);
      expect([...(scored?.inventions ?? []), ...wrong]).toEqual([]);
    });
  });
} else {
  test("the five real texts are not beside this checkout: their tests are left out", () => {
    expect(real).toEqual([]);
  });
}
