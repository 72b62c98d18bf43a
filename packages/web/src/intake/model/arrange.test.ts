import { expect, test } from "vitest";
import { arrange, itemsIn } from "./arrange.ts";
import type { ChoiceKind, Item } from "./intake.ts";

const item = (path: string, over: Partial<Item> = {}): Item => ({
  ...{ path, what: "value", group: "", kind: null, about: null, value: 1, passages: [], why: [] },
  ...{ as: "literal", basis: null, inferred: false, decision: null, decided: false, suggestedAnew: false },
  ...over,
});
const choice = (kind: ChoiceKind, about: string) =>
  item(`review/${kind}/${about}`, { what: "choice", kind, about });

const items = [
  item("event.kind"),
  item("event.organisers.0"),
  item("instruments.0.type"),
  item("instruments.0.parties.0.name"),
  item("instruments.0.targets.0.value"),
  item("shared.amounts.+k1.value"),
  item("attendees.0.name"),
  choice("document", "file"),
  choice("same_event", "event"),
  choice("event", "event"),
  choice("organisation", "ANAPEC"),
  choice("agreement", "I1"),
  choice("agreement", "P1"),
  choice("commitment", "instruments.0.targets.0"),
  choice("person", "attendees.0"),
  choice("doubt", "doubts.0"),
];

test("a choice stands with what it is about; the question of the known event comes first", () => {
  const groups = arrange(items, ["I1"]);
  expect(groups.map(({ id, holders }) => [id, holders.map((one) => [one.path, one.items.length])])).toEqual([
    ["same_event", [["review/same_event/event", 1]]],
    [
      "event",
      [
        ["event", 2],
        ["event.organisers.0", 1],
      ],
    ],
    [
      "I1",
      [
        ["instruments.0", 2],
        ["instruments.0.parties.0", 1],
        ["instruments.0.targets.0", 2],
      ],
    ],
    ["shared", [["shared.amounts.+k1", 1]]],
    ["attendees", [["attendees.0", 2]]],
    ["frameworks", [["review/agreement/P1", 1]]],
    ["organisations", [["review/organisation/ANAPEC", 1]]],
    ["document", [["review/document/file", 1]]],
    ["doubts", [["doubts.0", 1]]],
  ]);
});

test("nothing is lost and nothing stands twice", () => {
  const shown = itemsIn(arrange(items, ["I1"])).map(({ path }) => path);
  expect(shown.toSorted()).toEqual(items.map(({ path }) => path).toSorted());
});
