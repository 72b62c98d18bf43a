import { createHash } from "node:crypto";
import { checkDraft } from "@iltizam/intake";
import { expect, test } from "vitest";
import { draftDocument, readDay } from "../index.ts";
import { makeDocx, paragraph } from "./make-docx.ts";
import { asDrawn, column, makePdf } from "./make-pdf.ts";

const first = "L’ANAPEC et le Conseil de la région Fès-Meknès ont signé une convention de partenariat.";
const second = "Elle vise l’insertion de 300 jeunes pour un montant de 12 MDH.";

test("the same words give the same values in every kind of file", async () => {
  const files = {
    "a.txt": Buffer.from(`${first} ${second}`),
    "b.html": Buffer.from(`<p>${first} ${second}</p>`),
    "c.docx": makeDocx(paragraph(`${first} ${second}`)),
    "d.pdf": makePdf([column([first]), column([second])]),
  };
  for (const [name, bytes] of Object.entries(files)) {
    const { draft } = await draftDocument(bytes, name);
    expect(checkDraft(draft)).toEqual([]);
    expect(draft.source).toMatchObject({
      file: name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    });
    const [instrument] = draft.instruments;
    expect(instrument?.parties.map((party) => party.name?.value)).toEqual([
      "ANAPEC",
      "Conseil de la région Fès-Meknès",
    ]);
    expect(instrument?.targets.map((target) => target.value?.value)).toEqual([300]);
    expect(instrument?.amounts.map((amount) => amount.value?.value)).toEqual(["12000000.00"]);
  }
});

test("every passage of a pdf has its page, and no other passage has one", async () => {
  const pages = [column([first]), [], column([second])];
  const { draft, pagesWithoutText } = await draftDocument(makePdf(pages), "d.pdf");
  expect(pagesWithoutText).toEqual([2]);
  const [instrument] = draft.instruments;
  expect(instrument?.type?.passage.page).toBe(1);
  expect(instrument?.targets[0]?.value?.passage).toMatchObject({ text: "300 jeunes", page: 3 });
  expect(JSON.stringify(draft).match(/"start":/g)).toHaveLength(
    JSON.stringify(draft).match(/"page":/g)?.length ?? 0,
  );
  const plain = await draftDocument(Buffer.from(`${first} ${second}`), "a.txt");
  expect(JSON.stringify(plain)).not.toContain('"page"');
});

test("Arabic of a pdf gives its parties and figures", async () => {
  const arabic =
    "وقعت الوكالة الوطنية لإنعاش التشغيل والكفاءات ومجلس جهة فاس-مكناس اتفاقية شراكة لإدماج 300 شاب.";
  const { draft } = await draftDocument(makePdf([column([asDrawn(arabic)], { size: 8 })]), "a.pdf");
  expect(draft.source.text).toBe(arabic);
  expect(draft.instruments[0]?.parties).toHaveLength(2);
  expect(draft.instruments[0]?.targets[0]?.value?.value).toBe(300);
});

test("a byte order mark only moves the offsets", async () => {
  const [plain, marked] = await Promise.all(
    ["", "\ufeff"].map((mark) => draftDocument(Buffer.from(`${mark}${first}`), "a.txt")),
  );
  const [own, moved] = [plain, marked].map((one) => one?.draft.instruments[0]?.type?.passage);
  expect(moved).toEqual({ ...own, start: (own?.start ?? 0) + 1, end: (own?.end ?? 0) + 1 });
});

test("a day may be partial, and must exist", () => {
  expect(readDay("2018-12-15")).toEqual({ year: 2018, month: 12, day: 15, weekday: null });
  expect(readDay("2018-02")).toEqual({ year: 2018, month: 2, day: null, weekday: null });
  expect(readDay("2018")).toEqual({ year: 2018, month: null, day: null, weekday: null });
  for (const wrong of ["2018-13", "2018-02-30", "15/12/2018", "demain"]) {
    expect(() => readDay(wrong)).toThrow("reading.day_unreadable");
  }
});
