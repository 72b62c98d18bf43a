// Plain texts in their encodings, and the files that give no text.
import { DomainError, errorMessage, locales } from "@iltizam/core/kernel";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readingErrors } from "../errors.ts";
import { readDocument } from "../index.ts";
import { limits } from "../model.ts";
import { makeDocx, paragraph } from "./make-docx.ts";
import { column, makePdf } from "./make-pdf.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const french = "Convention créée à Fès : « l’emploi »,\r\n  20 815 jeunes…\n";
const arabic = "وقعت الوكالة الوطنية اتفاقية شراكة بفاس.\nالمدة: 3 سنوات.\n";

async function refusal(bytes: Uint8Array, name: string): Promise<DomainError> {
  const outcome = await readDocument(bytes, name).catch((error: unknown) => error);
  if (outcome instanceof DomainError) return outcome;
  throw new Error(`${name} was not refused: ${JSON.stringify(outcome)}`);
}

describe("a plain text", () => {
  test.each([".txt", ".md", ".TXT"])("%s is the decoded file, nothing changed", async (ending) => {
    for (const text of [french, arabic, `\ufeff${french}`]) {
      expect(await readDocument(utf8(text), `a${ending}`)).toEqual({ text });
    }
  });

  test("in UTF-16 is read, with its mark and without", async () => {
    for (const text of [french, arabic]) {
      const little = Buffer.from(text, "utf16le");
      const marked = Buffer.from(`\ufeff${text}`, "utf16le");
      expect((await readDocument(little, "a.txt")).text).toBe(text);
      expect((await readDocument(Buffer.from(little).swap16(), "a.txt")).text).toBe(text);
      expect((await readDocument(marked, "a.txt")).text).toBe(`\ufeff${text}`);
      expect((await readDocument(Buffer.from(marked).swap16(), "a.txt")).text).toBe(`\ufeff${text}`);
    }
  });

  test("in the old Windows encodings is recognised", async () => {
    const inWindows = (text: string, encoding: string) => {
      const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
      return Uint8Array.from([...text].map((letter) => letters.indexOf(letter)));
    };
    expect((await readDocument(inWindows(french, "windows-1252"), "a.txt")).text).toBe(french);
    expect((await readDocument(inWindows(arabic, "windows-1256"), "a.txt")).text).toBe(arabic);
    const both = `${arabic}La région créée à Fès.`;
    expect((await readDocument(inWindows(both, "windows-1256"), "a.txt")).text).toBe(both);
  });

  test("in another encoding is refused, never misread", async () => {
    const macRoman = Buffer.from("Convention cr\x8e\x8ee \x88 F\x8fs", "latin1");
    expect((await refusal(macRoman, "a.txt")).code).toBe("reading.encoding_unknown");
    const isoArabic = new TextDecoder("iso-8859-6").decode(Uint8Array.from({ length: 256 }, (_, at) => at));
    const bytes = Uint8Array.from([...arabic].map((letter) => isoArabic.indexOf(letter)));
    expect((await refusal(bytes, "a.txt")).code).toBe("reading.encoding_unknown");
  });
});

describe("a file that gives no text", () => {
  const docx = makeDocx(paragraph("Une convention"));
  const pdf = makePdf([column(["Une convention"])]);
  test.each([
    ["empty", "a.txt", new Uint8Array()],
    ["empty", "a.pdf", new Uint8Array()],
    ["kind_not_read", "a.odt", utf8("texte")],
    ["kind_not_read", "texte", utf8("texte")],
    ["no_text", "a.md", utf8(" \n--\n")],
    ["no_text", "a.html", utf8("<html><body><script>var a = 1</script></body></html>")],
    ["no_text", "a.docx", makeDocx(paragraph(" "))],
    ["not_text", "a.txt", pdf],
    ["not_text", "a.html", docx],
    ["not_text", "a.txt", Uint8Array.from({ length: 400 }, (_, at) => at % 7)],
    ["damaged", "a.pdf", utf8("une page")],
    ["damaged", "a.docx", utf8("une page")],
    ["damaged", "a.docx", docx.slice(0, 300)],
    ["damaged", "a.docx", zipSync({ "other.xml": utf8("<a/>") })],
    ["old_word", "a.docx", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["pictures_only", "a.pdf", makePdf([[], []])],
    ["password", "a.pdf", protectedPdf()],
    ["too_large", "a.txt", new Uint8Array(limits.bytes + 1)],
    ["too_long", "a.txt", utf8("mots ".repeat(limits.characters / 5 + 1))],
    ["too_large", "a.docx", zipSync({ "word/document.xml": new Uint8Array(limits.unpackedBytes + 1) })],
  ])("is refused: %s %s", async (name, file, bytes) => {
    const error = await refusal(bytes, file);
    expect(error.code).toBe(`reading.${name}`);
    for (const locale of locales) {
      const sentence = errorMessage(locale, error);
      expect(sentence).toContain(file);
      expect(sentence).not.toMatch(/[{}]/);
    }
  });

  test("and the scan says how many pages it has", async () => {
    const error = await refusal(makePdf([[], []]), "scan.pdf");
    expect(errorMessage("fr", error)).toMatch(
      /^« scan\.pdf » ne contient aucun texte : ses 2 pages sont des images/,
    );
    expect(errorMessage("ar", error)).toContain("صفحتاه صورتان");
  });
});

test("a damaged pdf is read as far as it is whole, or refused; nothing else happens", async () => {
  const pdf = makePdf([column(["Une convention de partenariat a été signée à Fès."])]);
  for (let length = 8; length < pdf.length; length += 97) {
    const outcome = await readDocument(pdf.slice(0, length), "cut.pdf").catch((error: unknown) => error);
    if (outcome instanceof DomainError) expect(outcome.code).toMatch(/^reading\.(damaged|pictures_only)$/);
    else expect(outcome).toMatchObject({ text: "Une convention de partenariat a été signée à Fès." });
  }
});

test("every error has a code of its own", () => {
  const codes = Object.values(readingErrors).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});

/** The keys in it fit no empty password. */
function protectedPdf(): Uint8Array {
  const key = "00".repeat(32);
  const encrypt = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${key}> /U <${key}> >>`;
  const id = "[<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]";
  return makePdf([column(["secret"])], { trailer: `/Encrypt ${encrypt} /ID ${id}` });
}
