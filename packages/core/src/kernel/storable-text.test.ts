import { expect, test } from "vitest";
import { z } from "zod";
import { readInput } from "./act.ts";
import { unstorableTexts } from "./storable-text.ts";
import { lineText } from "./text-kinds.ts";

test("a text with NUL or half a character is named by its place", () => {
  const given = { title: "ok", parts: [{ name: "a\u0000b" }, { name: "\ud800" }], notes: { "x\u0000": 1 } };
  expect(unstorableTexts(given)).toEqual(["parts.0.name", "parts.1.name", "notes"]);
});

test.each(["اتفاقية", "👩‍👩‍👧", "\ufeff", "\u202e", "\r\n\t", "\uffff"])("%j is kept as it is", (text) => {
  expect(unstorableTexts({ text })).toEqual([]);
});

test("no act and no query is given one", () => {
  const schema = z.object({ title: z.string() });
  expect(() => readInput(schema, { title: "a\u0000" })).toThrow("kernel.text_unstorable");
  expect(readInput(schema, { title: "a" })).toEqual({ title: "a" });
});

test("a text that is too long is refused with how long it may be", () => {
  const schema = z.object({ title: lineText, code: z.string().regex(/^[a-z]+$/) });
  const long = { title: "a".repeat(301), code: "a" };
  expect(() => readInput(schema, long)).toThrow(
    expect.objectContaining({
      code: "kernel.text_too_long",
      params: { field: "title", most: 300, fields: ["title"] },
    }),
  );
  // with another fault beside it, all of them are told
  expect(() => readInput(schema, { ...long, code: "1" })).toThrow("kernel.input_invalid");
});
