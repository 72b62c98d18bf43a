import { describe, expect, test } from "vitest";
import { acceptanceOf, decide, decisionsByKey, differences, keyOf, layOver, standingOf } from "./decide.ts";
import type { Decision, Item } from "./intake.ts";

const item = (path: string, over: Partial<Item> = {}): Item => ({
  ...{ path, what: "value", group: "event", kind: null, about: null, value: 1, passages: [] },
  ...{ as: "literal", basis: null, inferred: false, why: [], decision: null, decided: false },
  suggestedAnew: false,
  ...over,
});
const accepted = (path: string): Decision => ({ path, decision: "accepted" });
const refused = (path: string): Decision => ({ path, decision: "refused" });
const stand = (one: Item, ...all: Decision[]) => standingOf(one, decisionsByKey(all));

describe("how a value stands", () => {
  const target = item("shared.targets.0.value");
  test("a decision on what holds it takes it along, its own decision first", () => {
    expect(stand(target)).toBe("open");
    expect(stand(target, accepted("shared.targets.0"))).toBe("accepted");
    expect(stand(target, accepted("shared"), refused("shared.targets.0"))).toBe("refused");
    expect(stand(target, refused("shared.targets.0"), accepted(target.path))).toBe("accepted");
  });

  test("what is inferred waits for a decision of its own, whatever was accepted around it", () => {
    const inferred = item("event.date", { as: "inferred", inferred: true });
    expect(stand(inferred, accepted("event"))).toBe("open");
    expect(stand(inferred, accepted("event.date"))).toBe("accepted");
    expect(stand(inferred, refused("event"))).toBe("refused");
  });

  test("a list's tenth entry is not below its first", () => {
    expect(stand(item("event.parts.10.kind"), refused("event.parts.1"))).toBe("open");
  });

  test("a choice waits again when something else is suggested than what was accepted", () => {
    const choice = item("review/agreement/I1", { what: "choice", value: { title: "A", parent: null } });
    const seen = acceptanceOf(choice);
    expect(stand(choice, seen)).toBe("accepted");
    expect(stand({ ...choice, value: { parent: null, title: "A" } }, seen)).toBe("accepted");
    expect(stand({ ...choice, value: { parent: null, title: "B" } }, seen)).toBe("open");
  });
});

test("one decision stands under a key, and a list takes many additions", () => {
  const added = (key: string): Decision => ({ path: "review/topics", decision: "added", key, value: {} });
  const all = [added("k1"), added("k2"), accepted("event"), refused("event")].reduce<Decision[]>(decide, []);
  expect(all.map(keyOf)).toEqual(["review/topics.+k1", "review/topics.+k2", "event"]);
  expect(all.at(-1)?.decision).toBe("refused");
});

describe("two people on one text", () => {
  const before = [accepted("event"), accepted("shared")];
  const mine = [accepted("event"), refused("shared"), accepted("attendees")];
  const theirs = [accepted("event"), accepted("orientations"), { ...accepted("shared"), by: "Salma" }];

  test("who decided does not make two decisions differ", () => {
    expect(differences(before, mine, theirs).map(({ key }) => key)).toEqual([
      "shared",
      "attendees",
      "orientations",
    ]);
  });

  test("what I changed is laid over theirs; what I left alone is theirs", () => {
    expect(layOver(before, mine, theirs).map((one) => [keyOf(one), one.decision])).toEqual([
      ["event", "accepted"],
      ["orientations", "accepted"],
      ["shared", "refused"],
      ["attendees", "accepted"],
    ]);
    expect(layOver(before, [], theirs).map(keyOf)).toEqual(["orientations"]);
  });
});
