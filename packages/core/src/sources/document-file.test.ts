import { expect, test } from "vitest";
import { requireDocumentFile } from "./document-file.ts";

test.each([
  ["a PDF", "%PDF-1.7\n"],
  ["a text", "La convention vise 1 500 jeunes."],
  ["an Arabic text", "تستهدف الاتفاقية 1500 شاب"],
  ["a page of the press", "<!doctype html><title>x</title>"],
  ["nothing at all", ""],
  ["a photo", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
])("%s is kept", async (_what, bytes) => {
  await expect(requireDocumentFile(Buffer.from(bytes))).resolves.toBeUndefined();
});

test.each([
  ["a program of Windows", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)])],
  ["a program of Linux", Buffer.concat([Buffer.from("7f454c46020101", "hex"), Buffer.alloc(200)])],
  ["an archive", Buffer.from("1f8b0800000000000003", "hex")],
])("%s is refused, whatever its name", async (_what, bytes) => {
  await expect(requireDocumentFile(bytes)).rejects.toMatchObject({ code: "sources.file_type_refused" });
});
