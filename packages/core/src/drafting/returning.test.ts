import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { decideDifference } from "./decide-difference.ts";
import { exportText } from "./export-text.ts";
import { freeze } from "./freeze.ts";
import { clauseWords } from "./model.ts";
import { readReturns } from "./read-returns.ts";
import { readText } from "./read-text.ts";
import { takeReturn } from "./take-return.ts";
import { draftText, openParties, type Written } from "./tests/draft-text.ts";
import { editDocx, inControl, splitRun, tracked, withoutControl } from "./tests/edit-docx.ts";

let register: TestRegister;
let who: Written;
let agreement: string;
let count = 0;
beforeAll(async () => {
  register = await openRegister();
  who = await openParties(register);
});
afterAll(() => register.close());
beforeEach(async () => {
  count += 1;
  agreement = `CONV-${count}`;
  await draftText(register, who, agreement);
  await freeze(register.ctx, { agreement });
});

const docx = async (language: "fr" | "ar" = "fr") => {
  const { base64 } = await exportText(register.ctx, { agreement, version: 1, language, format: "docx" });
  return Buffer.from(base64, "base64");
};
const back = async (
  change: (xml: string) => string,
  language: "fr" | "ar" = "fr",
  without: readonly string[] = [],
) =>
  takeReturn(register.ctx, {
    ...{ agreement, fileName: "retour.docx", fileBase64: editDocx(await docx(language), change, without) },
    ...(without.length > 0 && { version: 1, language }),
  });
const clause = async (key: string, language: "fr" | "ar" = "fr") => {
  const { content } = await readText(register.ctx, { agreement });
  const found = content.texts
    .find((text) => text.language === language)
    ?.clauses.find((one) => one.key === key);
  return found === undefined ? null : { words: clauseWords(found), origin: found.origin };
};
const reading = async () => {
  const [last] = (await readReturns(register.ctx, { agreement })).returns;
  if (last === undefined) throw new Error("nothing came back");
  return last;
};

test.each(["fr", "ar"] as const)("a document that nobody changed changes nothing (%s)", async (language) => {
  expect(await back((xml) => xml, language)).toMatchObject({
    version: null,
    reworded: 0,
    figures: 0,
    unplaced: 0,
  });
});

test("runs that a word processor split, bookmarks and tags that it dropped, change nothing", async () => {
  const found = await back((xml) =>
    splitRun(xml, "Aucune somme, sous quelque forme que ce soit,").replace(
      /<w:bookmark(Start|End)[^>]*\/>/g,
      "",
    ),
  );
  expect(found).toMatchObject({ version: null, reworded: 0, figures: 0, unplaced: 0 });
});

test("tracked changes are read as accepted and counted; the lawyer's words make the next version", async () => {
  const found = await back((xml) => tracked(xml, "soixante jours", "quarante-cinq jours"));
  expect(found).toMatchObject({ version: 2, reworded: 1, figures: 0 });
  expect(await clause("termination")).toMatchObject({
    ...{ origin: "lawyer", words: expect.stringContaining("quarante-cinq jours") },
  });
  const { reading: read, madeVersion } = await reading();
  expect(read).toMatchObject({ inserted: 1, deleted: 1 });
  expect(madeVersion).toBe(2);
});

test("a figure that was changed waits: refused it stays, accepted the register changes and the text follows", async () => {
  const found = await back((xml) =>
    inControl(inControl(xml, "commitment.1.quantity", "1 800"), "agreement.to", "30 juin 2028"),
  );
  expect(found).toMatchObject({ version: null, reworded: 0, figures: 2 });
  expect((await clause("commitments"))?.words).toContain("1\u00a0500");
  const { id, reading: read } = await reading();
  expect(read.figures.map(({ key, before, read: said }) => [key, before, said])).toEqual([
    ["commitment.1.quantity", "1\u00a0500", "1 800"],
    ["agreement.to", "31\u00a0décembre\u00a02027", "30 juin 2028"],
  ]);
  const decide = (number: number, accept: boolean) =>
    decideDifference(register.ctx, { return: id, number, accept });
  await decide(1, true);
  await decide(2, false);
  await expect(decide(2, true)).rejects.toMatchObject({ code: "drafting.decided_already" });
  expect((await clause("commitments"))?.words).toContain("1\u00a0800");
  expect((await clause("duration"))?.words).toContain("31\u00a0décembre\u00a02027");
});

test("the end of the agreement that a lawyer wrote in Arabic is accepted as the day that it is", async () => {
  await back((xml) => inControl(xml, "agreement.to", "30 يونيو 2028"), "ar");
  const { id } = await reading();
  await decideDifference(register.ctx, { return: id, number: 1, accept: true });
  expect((await clause("duration"))?.words).toContain("30\u00a0juin\u00a02028");
});

test("a figure whose control was taken away is known again by its place, changed or not", async () => {
  await back((xml) =>
    withoutControl(withoutControl(xml, "commitment.1.quantity", "1 750"), "commitment.2.quantity"),
  );
  const { reading: read } = await reading();
  expect(read.figures.map(({ key, read: said }) => [key, said])).toEqual([
    ["commitment.1.quantity", "1 750"],
  ]);
  expect(read.unplaced).toEqual([]);
  expect((await clause("commitments"))?.words).toContain("1\u00a0500");
});

test("a clause that was struck out is missing; one that was added, and words before the text, are not lost", async () => {
  const paragraph = (words: string, style = "Normal") =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  await back((xml) => {
    const start = xml.search(
      /<w:p><w:pPr><w:pStyle w:val="Heading1"\/>(?:<w:bidi\/>)?<\/w:pPr><w:bookmarkStart w:id="\d+" w:name="cl_data_protection"/,
    );
    const end = xml.indexOf('<w:p><w:pPr><w:pStyle w:val="Heading1"/>', start + 10);
    const struck =
      xml.slice(0, start) +
      paragraph("Article 14 – Assurance", "Heading1") +
      paragraph("Chaque Partie s’assure {pour} ses agents.") +
      xml.slice(end);
    return struck.replace("<w:body>", `<w:body>${paragraph("Version relue par le cabinet.")}`);
  });
  const { missing, content } = await readText(register.ctx, { agreement });
  expect(missing.filter(({ code }) => code === "clause_struck").map(({ about }) => about)).toEqual([
    "data_protection",
  ]);
  expect(content.texts[0]?.clauses.find(({ key }) => key === "own-1")).toMatchObject({
    ...{ title: "Assurance", origin: "lawyer" },
  });
  expect((await reading()).reading.unplaced.map(({ kind, words }) => [kind, words])).toEqual([
    ["braces", "Chaque Partie s’assure {pour} ses agents."],
    ["before_text", "Version relue par le cabinet."],
  ]);
});

test("a document of another agreement, or none, is refused; one that no longer says which it is asks", async () => {
  const other = (await docx()).toString("base64");
  const first = agreement;
  agreement = `${first}-B`;
  await draftText(register, who, agreement);
  const take = (fileBase64: string) =>
    takeReturn(register.ctx, { agreement, fileName: "a.docx", fileBase64 });
  await expect(take(other)).rejects.toMatchObject({ code: "drafting.other_text", params: { other: first } });
  await expect(take(Buffer.from("texte").toString("base64"))).rejects.toMatchObject({
    code: "drafting.document_unreadable",
  });
  agreement = first;
  expect(await back((xml) => xml, "fr", ["docProps/custom.xml"])).toMatchObject({
    version: null,
    figures: 0,
  });
});
