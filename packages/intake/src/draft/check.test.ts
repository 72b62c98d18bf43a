import { expect, test } from "vitest";
import { intake } from "../index.ts";
import { checkDraft } from "./check.ts";

const TEXT =
  "L'ANETI et Verdanor ont signé lundi une convention de 3 millions de dirhams pour recruter 120 jeunes.";
const draft = () => intake({ file: "t.txt", text: TEXT });

test("what the engine writes is clean", () => {
  expect(checkDraft(draft())).toEqual([]);
});

test("a slice that differs is found", () => {
  const wrong = draft();
  const name = wrong.instruments[0]?.parties[0]?.name;
  if (name) name.passage = { ...name.passage, start: name.passage.start + 1 };
  expect(checkDraft(wrong).map((f) => f.rule)).toContain("slice");
});

test("a figure that its passage does not give is an invention", () => {
  const wrong = draft();
  const target = wrong.instruments[0]?.targets[0]?.value;
  if (target) target.value = 121;
  expect(checkDraft(wrong)).toEqual([{ where: "I1.targets.0.value", rule: "invention" }]);
});

test("an inferred value says why", () => {
  const wrong = draft();
  const target = wrong.instruments[0]?.targets[0]?.value;
  if (target) Object.assign(target, { value: 999, as: "inferred", why: null });
  expect(checkDraft(wrong).map((f) => f.rule)).toEqual(["why"]);
});

test("a value outside its list, a reference to nothing", () => {
  const wrong = draft();
  const [instrument] = wrong.instruments;
  if (instrument?.type) instrument.type.value = "treaty";
  if (instrument) instrument.parent = "I9";
  expect(
    checkDraft(wrong)
      .map((f) => f.rule)
      .sort(),
  ).toEqual(["list", "ref"]);
});
