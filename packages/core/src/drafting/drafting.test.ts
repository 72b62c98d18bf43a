import { createHash } from "node:crypto";
import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editAgreement } from "../agreements/index.ts";
import { promise } from "../commitments/index.ts";
import { exportText } from "./export-text.ts";
import { freeze } from "./freeze.ts";
import { blockWords, clauseWords, sourcedRuns } from "./model.ts";
import { proposeAmount, proposeTarget } from "./propose-figure.ts";
import { readNames } from "./read-names.ts";
import { readText, readVersion } from "./read-text.ts";
import { send } from "./send.ts";
import { takeReturn } from "./take-return.ts";
import { agreement, draftText, openParties } from "./tests/draft-text.ts";
import { wordClause } from "./word-clause.ts";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  await draftText(register, await openParties(register));
});
afterAll(() => register.close());

const read = () => readText(register.ctx, { agreement });
const textIn = async (language: "fr" | "ar") => {
  const { content } = await read();
  const found = content.texts.find((text) => text.language === language);
  if (found === undefined) throw new Error(`no text in ${language}`);
  return found;
};
const clauseIn = async (language: "fr" | "ar", key: string) => {
  const clause = (await textIn(language)).clauses.find((one) => one.key === key);
  return clause === undefined ? "" : clauseWords(clause);
};
const mandatory = async () => (await read()).missing.filter((one) => one.mandatory);

test("the text says the register's figures in French and in Arabic, and names where each comes from", async () => {
  expect(await clauseIn("fr", "commitments")).toContain("1\u00a0500 (");
  expect(await clauseIn("fr", "duration")).toBe(
    "La convention entre en vigueur le 1er\u00a0juillet\u00a02026 et prend fin le 31\u00a0décembre\u00a02027.\nElle n’est pas renouvelée tacitement : tout renouvellement fait l’objet d’une décision écrite, au vu du rapport final.",
  );
  expect(await clauseIn("ar", "duration")).toContain("31\u00a0دجنبر\u00a02027");
  expect(await clauseIn("ar", "parties")).toContain("معمل الميناء");
  const figures = [...sourcedRuns(await textIn("ar"))].filter(
    ({ from }) => from.key === "commitment.1.quantity",
  );
  expect(figures.map(({ text, from }) => [text, from.value, from.basis])).toEqual([
    ["1\u00a0500", "1500", "proposed"],
  ]);
});

test("the matrix has a row a task, and the optional clause that was chosen is in", async () => {
  const { clauses } = await textIn("fr");
  const matrix = clauses
    .find(({ key }) => key === "responsibilities")
    ?.blocks.find(({ kind }) => kind === "table");
  expect(matrix?.rows.length).toBe(5);
  expect(matrix && blockWords(matrix)).toContain("recruter | Usine du Port");
  expect(await clauseIn("fr", "contributions")).toContain("Usine du Port : 2\u00a0400\u00a0000 dirhams");
  expect(clauses.map(({ number }) => number).filter((number) => number !== null)).toEqual(
    Array.from({ length: clauses.length - 3 }, (_, index) => index + 1),
  );
});

test("nothing mandatory is missing; without its end it may not be sent, and the sentence says where to mend it", async () => {
  expect(await mandatory()).toEqual([]);
  await freeze(register.ctx, { agreement });
  const edit = (periodTo: string | null, revision: number) =>
    editAgreement(register.ctx, { agreement, revision, changes: { periodTo } });
  const { revision } = await edit(null, 1);
  expect((await mandatory()).map(({ code, where }) => [code, where])).toEqual([["no_end", "agreement"]]);
  await expect(send(register.ctx, { agreement, version: 1, to: "partner" })).rejects.toMatchObject({
    ...{ code: "drafting.incomplete", status: 409, params: { count: 1 } },
  });
  await edit("2027-12-31", revision);
  expect(await send(register.ctx, { agreement, version: 1, to: "partner" })).toEqual({
    ...{ version: 1, sentOn: "2026-03-02" },
  });
});

test("a version keeps its words when the register moves on, and then is not sent any more", async () => {
  const { hash } = await readVersion(register.ctx, { agreement, version: 1 });
  await proposeTarget(register.ctx, { commitment: `${agreement}/1`, quantity: 1200 });
  await proposeAmount(register.ctx, { contribution: `${agreement}/M1`, amount: "2500000.5" });
  const { moved, versions } = await read();
  expect(moved).toEqual([
    { key: "commitment.1.quantity", before: "1\u00a0500", after: "1\u00a0200" },
    { key: "contribution.1.amount", before: "2\u00a0400\u00a0000", after: "2\u00a0500\u00a0000,50" },
  ]);
  expect((await readVersion(register.ctx, { agreement, version: 1 })).hash).toBe(hash);
  await expect(send(register.ctx, { agreement, version: 1, to: "lawyer" })).rejects.toMatchObject({
    ...{ code: "drafting.figures_moved", params: { version: 1, count: 2 } },
  });
  expect((await freeze(register.ctx, { agreement, note: "après la réunion" })).version).toBe(2);
  await expect(freeze(register.ctx, { agreement })).rejects.toMatchObject({
    code: "drafting.nothing_changed",
  });
  expect(versions.map(({ number, sendings }) => [number, sendings.length])).toEqual([[1, 1]]);
});

test("what may be asked for is told in words, with what it belongs to and what the text would say", async () => {
  const { names, lists } = await readNames(register.ctx, { agreement });
  expect(names.find(({ key }) => key === "commitment.1.quantity")).toMatchObject({
    ...{ thing: "commitment", field: "quantity", figure: true, basis: "proposed" },
    ...{ reference: `${agreement}/1`, words: { fr: "1\u00a0200", ar: "1\u00a0200" } },
  });
  const payer = names.find(({ key }) => key === "contribution.1.payer");
  expect(payer?.about).toEqual({ fr: "Usine du Port", ar: "معمل الميناء" });
  expect(lists).toContainEqual({ key: "commitments", lines: 2 });
});

test("a clause in other words asks for figures by name; one that is typed is said to be so", async () => {
  const { revision } = await read();
  const words = { agreement, language: "fr" as const, after: "no_fee", title: "Priorité" };
  await expect(
    wordClause(register.ctx, { ...words, revision, text: "Sur {commitment.1.number}." }),
  ).rejects.toMatchObject({
    ...{ code: "drafting.name_unknown", params: { name: "commitment.1.number" } },
  });
  await expect(
    wordClause(register.ctx, { ...words, revision, text: "Sur {commitment.9.quantity}." }),
  ).rejects.toMatchObject({
    params: { known: ["{commitment.1.quantity}", "{commitment.2.quantity}"] },
  });
  await expect(
    wordClause(register.ctx, { ...words, revision, text: "À savoir {commitments}." }),
  ).rejects.toMatchObject({ params: { name: "commitments" } });
  const text = "Sur les {commitment.1.quantity} personnes, la moitié vient du port.\nSoit 1 200 en tout.";
  const { clause } = await wordClause(register.ctx, { ...words, revision, text });
  const { clauses } = await textIn("fr");
  const at = clauses.findIndex(({ key }) => key === "no_fee");
  expect(clauses[at + 1]).toMatchObject({ key: "own-1", origin: "own", title: "Priorité" });
  expect(await clauseIn("fr", "own-1")).toContain("Sur les 1\u00a0200 personnes");
  expect((await mandatory()).map(({ code, about, name }) => [code, about, name])).toEqual([
    ["typed_figure", "own-1", "1 200"],
    ["one_language", "own-1", "Priorité"],
  ]);
  await wordClause(register.ctx, { agreement, language: "fr", clause, revision: revision + 1, text: "" });
  expect(await clauseIn("fr", "own-1")).toBe("");
});

test("Word and PDF come from the frozen content, byte for byte the same; figures stand in content controls", async () => {
  const file = async (format: "docx" | "pdf", language: "fr" | "ar" | "both") => {
    const { base64 } = await exportText(register.ctx, { agreement, version: 1, language, format });
    return Buffer.from(base64, "base64");
  };
  const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  const arabic = await file("docx", "ar");
  expect(hash(await file("docx", "ar"))).toBe(hash(arabic));
  const xml = strFromU8(unzipSync(arabic)["word/document.xml"] ?? new Uint8Array());
  expect(xml).toContain('<w:tag w:val="commitment.1.quantity"/>');
  expect(xml).toContain("<w:bidi/>");
  expect(xml.match(/<w:p>/g)?.length).toBeGreaterThan(60);
  const both = await file("pdf", "both");
  expect(both.subarray(0, 5).toString()).toBe("%PDF-");
  expect(hash(await file("pdf", "both"))).toBe(hash(both));
  const columns = await file("docx", "both");
  expect(hash(await file("docx", "both"))).toBe(hash(columns));
  const beside = strFromU8(unzipSync(columns)["word/document.xml"] ?? new Uint8Array());
  expect(beside.indexOf("Objet")).toBeLessThan(beside.indexOf("الموضوع"));
  expect(beside).not.toContain("<w:sdt>");
  await expect(
    takeReturn(register.ctx, { agreement, fileName: "a.docx", fileBase64: columns.toString("base64") }),
  ).rejects.toMatchObject({ code: "drafting.two_languages" });
});

test("a promise that came later and that nobody worded is missing from a clause in other words", async () => {
  const { revision } = await read();
  const own =
    "Nous nous engageons sur {commitment.1.quantity} personnes et sur {commitment.2.quantity} autres.";
  await wordClause(register.ctx, { agreement, revision, clause: "commitments", language: "fr", text: own });
  await promise(register.ctx, { agreement, indicator: "placements", wording: "=encore", owedBy: "USINE" });
  const lacking = (await mandatory()).map(({ code, about }) => `${code} ${about}`);
  expect(lacking).toEqual([
    `no_quantity ${agreement}/3`,
    `no_task ${agreement}/3`,
    `not_in_text ${agreement}/3`,
  ]);
});
