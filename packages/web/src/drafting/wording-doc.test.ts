import { expect, test } from "vitest";
import { strangeName } from "./strange-name.ts";
import { docOf, sliceOf, textOf } from "./wording-doc.ts";

const known = {
  lists: new Set(["commitments"]),
  names: new Set(["commitment.1.quantity", "party.USINE.name"]),
};

test("a wording is the same after it was a document, in French and in Arabic", () => {
  const text =
    "Sur les {commitment.1.quantity} personnes :\n{commitments}\n\nيلتزم {party.USINE.name} بتشغيل {commitment.1.quantity} شخصا.";
  const doc = docOf(text, known);
  expect(textOf(doc.content)).toBe(text);
  const kinds: string[] = [];
  doc.descendants(({ type }) => void kinds.push(type.name));
  expect(kinds.filter((kind) => kind === "figure")).toHaveLength(3);
  expect(kinds.filter((kind) => kind === "list")).toHaveLength(1);
});

test("what the register does not answer stays words, and is the one that is named", () => {
  const text = "Sur les {commitment.9.quantity} personnes.";
  expect(textOf(docOf(text, known).content)).toBe(text);
  expect(strangeName(text, known)).toBe("commitment.9.quantity");
  expect(strangeName("À savoir {commitments}.", known)).toBe("commitments");
  expect(strangeName("Un { seul.", known)).toBe("Un { seul.");
  expect(strangeName("{commitments}\nSur {party.USINE.name}.", known)).toBeNull();
});

test("one line that is pasted joins the line that it is put into; a list stands by itself", () => {
  expect(sliceOf("deux mots", known)).toMatchObject({ openStart: 1, openEnd: 1 });
  expect(sliceOf("avant\n{commitments}", known)).toMatchObject({ openStart: 1, openEnd: 0 });
});
