import { expect, test } from "vitest";
import { contentOf, faultOf, largest, nameOfText } from "./read-file.ts";

test("only what can be read is sent", () => {
  expect(faultOf({ name: "Article.PDF", size: 10 })).toBeNull();
  expect(faultOf({ name: "tableau.xlsx", size: 10 })).toBe("ending");
  expect(faultOf({ name: "a.txt", size: 0 })).toBe("empty");
  expect(faultOf({ name: "a.pdf", size: largest + 1 })).toBe("large");
});

test("a file is sent byte for byte, however long", async () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => index % 256);
  expect(Buffer.from(await contentOf(new Blob([bytes])), "base64")).toEqual(Buffer.from(bytes));
});

test("pasted words are named by their first line", () => {
  expect(nameOfText("\nFès-Meknès : deux conventions\nVendredi…")).toBe("Fès-Meknès deux conventions.txt");
  expect(nameOfText("توقيع اتفاقية")).toBe("توقيع اتفاقية.txt");
  expect(nameOfText(" / ")).toBe("texte.txt");
});
