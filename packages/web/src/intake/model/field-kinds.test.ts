import { expect, test } from "vitest";
import { fieldKindOf, fieldNameOf, markKindOf } from "./field-kinds.ts";

test("a field is known by the end of its path, wherever the figure stands", () => {
  expect(fieldKindOf("shared.targets.0.value")).toBe("number");
  expect(fieldKindOf("instruments.1.targets.12.value")).toBe("number");
  expect(fieldKindOf("instruments.0.amounts.0.value")).toBe("money");
  expect(fieldKindOf("event.date")).toBe("date");
  expect(fieldKindOf("event.organisers.0")).toBe("organisation");
  expect(fieldKindOf("event.name")).toBe("words");
});

test("a field has one name in every group", () => {
  expect(fieldNameOf("instruments.0.parties.3.name")).toBe("party");
  expect(fieldNameOf("attendees.0.title")).toBe("function");
  expect(fieldNameOf("instruments.0.targets.0.populations.1")).toBe("population");
  expect(fieldNameOf("event.place")).toBe("place");
});

test("what a passage is about decides how it is drawn", () => {
  expect(markKindOf("shared.amounts.0.qualifier")).toBe("money");
  expect(markKindOf("instruments.0.signedAt")).toBe("place");
  expect(markKindOf("doubts.0.passages.1")).toBe("doubt");
  expect(markKindOf("instruments.0.type")).toBe("thing");
});
