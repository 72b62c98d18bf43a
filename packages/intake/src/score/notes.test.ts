import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkDraft, type Draft, intake } from "../index.ts";
import { normalisedName } from "./compare.ts";

const reference = (path: string) => new URL(`../../../reference/data/${path}`, import.meta.url);
const NOTES = ["000", "001", "002", "003", "004"] as const;

const reviewed = (name: string): Draft =>
  JSON.parse(readFileSync(new URL(`../../corpus/notes/${name}.reviewed.json`, import.meta.url), "utf8"));
const drafted = (name: string) =>
  intake({
    file: `${name}.txt`,
    text: readFileSync(reference(`notes/${name}.txt`), "utf8"),
    sayIn: "en",
  });

/** What the register takes from a draft, in an order of its own. */
function facts(draft: Draft): string[] {
  const instruments = draft.instruments.flatMap((i) => {
    const own = `${i.type?.value} ${i.status?.value} ${i.amounts.map((a) => a.value?.value)}`;
    return [
      own,
      ...i.targets.map((t) => `${own}: ${t.value?.value} ${t.indicator?.value}`),
      ...i.amounts.map((a) => `${own}: ${a.value?.value} ${a.currency?.value} ${a.role?.value}`),
    ];
  });
  const shared = [
    ...draft.shared.targets.map(
      (t) => `shared by ${t.covers.length}: ${t.value?.value} ${t.indicator?.value}`,
    ),
    ...draft.shared.amounts.map(
      (a) => `shared by ${a.covers.length}: ${a.value?.value} ${a.currency?.value} ${a.role?.value}`,
    ),
  ];
  const others = draft.otherFigures.map((f) => `other: ${f.value?.value} ${f.kind?.value}`);
  return [...instruments, ...shared, ...others].sort();
}

const parties = (draft: Draft) =>
  [
    ...new Set(
      draft.instruments
        .filter((i) => i.status?.value !== "existing")
        .flatMap((i) => i.parties.map((p) => normalisedName(p.name?.value ?? ""))),
    ),
  ].sort();

test.each(NOTES)("note %s gives the facts of its reviewed draft", (name) => {
  expect(facts(drafted(name))).toEqual(facts(reviewed(name)));
});

test.each(["000", "001", "002", "004"])("note %s gives the parties of its reviewed draft", (name) => {
  expect(parties(drafted(name))).toEqual(parties(reviewed(name)));
});

test("note 003: « le conseil de la région » is given by its full name", () => {
  expect(parties(drafted("003"))).toEqual(["anapec", "conseil de la region de rabat sale kenitra"]);
});

test.each(NOTES)("the reviewed draft of note %s is clean by the same check", (name) => {
  expect(checkDraft(reviewed(name))).toEqual([]);
});

test("note 001: eight announced, nine named; aims with their kinds", () => {
  const draft = drafted("001");
  expect(draft.doubts.map((d) => d.readings)).toEqual([["8 instruments", "9 counterparties"]]);
  expect(draft.orientations.map((o) => o.kind?.value)).toEqual([
    "universality",
    "gender_parity",
    "territorial_inclusion",
    "spatial_equity",
    "anticipation",
    "synergy",
  ]);
});

test("note 002: the letter leads to the convention, parties inferred and said to be", () => {
  const [letter, convention] = drafted("002").instruments;
  expect(letter?.leadsTo).toBe(convention?.ref);
  expect(letter?.parties.map((p) => p.name?.as)).toEqual(["inferred", "inferred"]);
});

test("note 004: who presides and attends is no party", () => {
  const draft = drafted("004");
  expect(draft.attendees.map((a) => `${a.name?.value ?? a.title?.value} ${a.role?.value}`)).toContain(
    "Mohamed Amekraz chair",
  );
  expect(parties(draft).some((p) => p.includes("ministre"))).toBe(false);
});
