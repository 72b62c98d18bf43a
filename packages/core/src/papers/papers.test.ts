import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { readXlsx } from "hucre/xlsx";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registerLegacy } from "../agreements/index.ts";
import { finalise, promise, setTarget } from "../commitments/index.ts";
import { dbOf, systemClock } from "../kernel/index.ts";
import { registerOrganisation } from "../organisations/index.ts";
import { makeKeys } from "../people/index.ts";
import { recordResult, verifyResult } from "../results/index.ts";
import { keepDocument } from "../sources/index.ts";
import { loadVocabulary } from "../vocabulary/index.ts";
import { checkPaper, exportPaper, listPapers, preparePaper, previewPaper, readPaper } from "./index.ts";

const space = "simulated";
const agreement = "CONV-1";
const period = { periodFrom: "2026-01-01", periodTo: "2026-12-31", deadline: "2026-12-31" };
const keys = makeKeys(systemClock);
let register: TestRegister;
let commitment: string;

beforeAll(async () => {
  register = await openRegister();
  const { ctx } = register;
  await loadVocabulary(ctx, {});
  await registerOrganisation(ctx, {
    space,
    reference: "AGENCE",
    kind: "company",
    name: "Agence",
    nameAr: "وكالة",
  });
  const text = "Article 4. Insertion de quarante jeunes.";
  const document = await keepDocument(ctx, {
    ...{ space, kind: "signed_text", title: "Convention", language: "fr", text },
    fileBase64: Buffer.from(text).toString("base64"),
  });
  await registerLegacy(ctx, {
    ...{
      space,
      reference: agreement,
      type: "convention",
      title: "Emploi des jeunes",
      titleAr: "تشغيل الشباب",
    },
    ...{ state: "in_force", since: "2026-01-01", documentId: document.id, territoryId: register.region },
    ...{ periodFrom: "2026-01-01", periodTo: "2026-12-31" },
  });
  const made = await promise(ctx, {
    ...{
      agreement,
      indicator: "placements",
      wording: "=insertion de jeunes",
      populations: ["youth"],
      ...period,
    },
  });
  commitment = made.reference;
  await finalise(ctx, { commitment });
  await setTarget(ctx, { commitment, quantity: 40, effectiveOn: "2026-01-01" });
  await results("2026-03-02T12:00:00Z", 5, 2);
});
afterAll(() => register.close());

/** So many persons at an instant, of whom some are proven by somebody else. */
async function results(instant: string, persons: number, proven: number): Promise<void> {
  const ctx = { ...register.at(instant), keys };
  const other = { ...ctx.actor, id: ctx.ids.next(), label: "contrôle" };
  for (let person = 0; person < persons; person += 1) {
    const { fact } = await recordResult(ctx, {
      ...{
        commitment,
        source: "agence",
        externalId: `${instant}-${person}`,
        date: instant.slice(0, 10),
        place: "90",
      },
      subject: { document: { number: `ZZ${1000 + person}${instant.slice(8, 10)}` } },
    });
    if (person < proven) await verifyResult({ ...ctx, actor: other }, { fact, evidence: 2 });
  }
}

const made = async (instant: string, given: object = {}) =>
  preparePaper(register.at(instant), { space, region: "90", ...given });

test("a file holds the figures as known on its day, and keeps them whatever comes later", async () => {
  const { number, agreements } = await made("2026-03-03T09:00:00Z", { title: "Comité de mars" });
  expect({ number, agreements }).toEqual({ number: "DC-2026-0001", agreements: 1 });
  await results("2026-03-20T12:00:00Z", 3, 3);
  const later = register.at("2026-04-01T09:00:00Z");
  const { content } = await readPaper(later, { number });
  expect(content.agreements[0]?.promises[0]).toMatchObject({
    ...{ reference: commitment, realised: 5, proven: 2, signed: { original: 40, current: 40 } },
  });
  expect(content.totals).toMatchObject([{ indicator: "placements", realised: 5, proven: 2 }]);
  expect(await checkPaper(later, { number })).toEqual({ hash: true, differing: [] });
});

test("what is asked for a past day later equals what was frozen then", async () => {
  const then = await readPaper(register.ctx, { number: "DC-2026-0001" });
  const { number } = await made("2026-05-01T09:00:00Z", {
    asOf: "2026-03-03",
    knownOn: "2026-03-03",
    title: "Comité de mars",
  });
  const again = await readPaper(register.ctx, { number });
  expect(again.hash).toBe(then.hash);
  const now = await made("2026-05-01T09:00:00Z");
  const { content } = await readPaper(register.ctx, { number: now.number });
  expect(content.agreements[0]?.promises[0]).toMatchObject({ realised: 8, proven: 5 });
});

test("the same number prints the same bytes, in French and in Arabic", async () => {
  for (const lang of ["fr", "ar"] as const) {
    const print = () => exportPaper(register.ctx, { number: "DC-2026-0001", lang, format: "pdf" });
    const [one, two] = [await print(), await print()];
    expect(one.base64).toBe(two.base64);
    expect(Buffer.from(one.base64, "base64").subarray(0, 5).toString()).toBe("%PDF-");
    expect(one.fileName).toBe(`DC-2026-0001-${lang}.pdf`);
  }
});

test("the workbook holds the figures as numbers, and no text that runs", async () => {
  const { base64 } = await exportPaper(register.ctx, { number: "DC-2026-0001", lang: "ar", format: "xlsx" });
  const { sheets } = await readXlsx(Buffer.from(base64, "base64"));
  const promises = sheets[2]?.rows[1] ?? [];
  expect(promises[0]).toBe(commitment);
  expect(promises[1]).toBe("تشغيل الشباب");
  expect(String(promises[2])).toMatch(/^'=/);
  expect([promises[6], promises[8], promises[9]]).toEqual([40, 5, 2]);
});

test("a file is never changed, by nobody", async () => {
  await expect(
    sql`update papers set content = '{}' where number = 'DC-2026-0001'`.execute(dbOf(register.ctx)),
  ).rejects.toThrow();
});

test("what cannot be asked is refused with a sentence", async () => {
  const refused = (given: object) => made("2026-05-01T09:00:00Z", given).catch((error) => error.code);
  expect(await refused({ region: undefined })).toBe("papers.one_subject");
  expect(await refused({ agreement })).toBe("papers.one_subject");
  expect(await refused({ region: "77" })).toBe("papers.region_unknown");
  expect(await refused({ asOf: "2026-05-02" })).toBe("papers.day_to_come");
  expect(await refused({ asOf: "2020-01-01", knownOn: "2020-01-01" })).toBe("papers.no_agreement");
});

test("an agreement's own file, and the list with the last first", async () => {
  const { number } = await made("2026-05-02T09:00:00Z", { region: undefined, agreement });
  const { papers, total } = await listPapers(register.ctx, { space });
  expect(total).toBe(4);
  expect(papers[0]).toMatchObject({ number, of: { kind: "agreement", reference: agreement } });
});

test("an answer keeps the question with the figures that were chosen, and is numbered apart", async () => {
  const later = register.at("2026-06-01T09:00:00Z");
  const asked = { region: "90", asOf: "2026-03-03", knownOn: "2026-03-03" };
  const question = {
    text: "كم شابا أدمج؟",
    askedBy: "Chambre, commission sociale",
    indicators: ["placements"],
  };
  const shown = await previewPaper(later, { space, ...asked, indicators: question.indicators });
  const { number } = await preparePaper(later, { space, ...asked, question });
  expect(number).toBe("RQ-2026-0001");
  const { kind, content } = await readPaper(later, { number });
  expect({ kind, content }).toMatchObject({ kind: "answer", content: { question } });
  expect(shown.totals).toEqual(content.totals);
  expect(shown.agreements).toEqual(content.agreements);
  expect(await checkPaper(later, { number })).toEqual({ hash: true, differing: [] });
  const of = async (kind: "committee" | "answer") =>
    (await listPapers(later, { space, kind })).papers.map((one) => one.number.slice(0, 2));
  expect([await of("answer"), new Set(await of("committee"))]).toEqual([["RQ"], new Set(["DC"])]);
  const none = { ...question, indicators: ["jobs_created"] };
  await expect(preparePaper(later, { space, ...asked, question: none })).rejects.toMatchObject({
    code: "papers.no_agreement",
  });
  const { base64 } = await exportPaper(later, { number, lang: "fr", format: "xlsx" });
  const { sheets } = await readXlsx(Buffer.from(base64, "base64"));
  expect(JSON.stringify(sheets[0])).toContain(question.text);
  const pdf = await exportPaper(later, { number, lang: "ar", format: "pdf" });
  expect(Buffer.from(pdf.base64, "base64").subarray(0, 5).toString()).toBe("%PDF-");
});
