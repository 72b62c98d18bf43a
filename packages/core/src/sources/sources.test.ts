import { openRegister } from "@iltizam/testkit/register";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { nameOfficeHolder, registerOrganisation } from "../organisations/index.ts";
import { loadVocabulary } from "../vocabulary/index.ts";
import { adoptReading } from "./adopt-reading.ts";
import { assertValue } from "./assert-value.ts";
import { listDoubts } from "./doubts.ts";
import { keepDocument } from "./keep-document.ts";
import { type Comparable, contradict } from "./model.ts";
import { getDocument, listDecisions, listDocuments } from "./queries.ts";
import { quotePassage } from "./quote-passage.ts";
import { raiseDoubt } from "./raise-doubt.ts";
import { readingsOf, readingsOfObject } from "./readings.ts";
import { settleDoubt } from "./settle-doubt.ts";

const register = await openRegister();
const { ctx } = register;
afterAll(() => register.close());
await loadVocabulary(ctx, {});

const space = "simulated";
const text = "Le 15 décembre : 6.000 personnes, dit la ministre 🌊 ; إدماج 6.000 شخص في الشغل.";
const keep = (content: string, more: object = {}) =>
  keepDocument(ctx, {
    space,
    kind: "press",
    title: "Journal de l’Atlas",
    language: "fr",
    fileBase64: Buffer.from(content).toString("base64"),
    text: content,
    ...more,
  });
const { id: documentId } = await keep(text, { publishedOn: { year: 2021, month: 12, day: null } });

const quote = (content: string, start = text.indexOf(content), end = start + content.length) =>
  quotePassage(ctx, { documentId, start, end, content });

test("the same file twice in a space is one document; in the other space it is another", async () => {
  const again = await keep(text);
  expect(again).toMatchObject({ id: documentId, known: true });
  const real = await keep(text, { space: "real" });
  expect(real).toMatchObject({ known: false, hash: again.hash });
  expect(real.id).not.toBe(documentId);
  expect((await ctx.files.get(again.hash)).toString()).toBe(text);
  expect((await listDocuments(ctx, { space })).total).toBe(1);
});

test("a text with half a character or a NUL is refused", async () => {
  for (const wrong of ["moitié \ud83c de caractère", "avec \u0000 dedans"])
    await expect(keep(wrong)).rejects.toMatchObject({ code: "kernel.text_unstorable" });
});

test.each(["6.000 personnes", "🌊", "إدماج 6.000 شخص", text])(
  "the passage «%s» is exactly its slice",
  async (content) => {
    const { id } = await quote(content);
    const { passages } = await getDocument(ctx, { document: documentId });
    const kept = passages.find((one) => one.id === id);
    expect(kept && text.slice(kept.start, kept.end)).toBe(content);
    expect(await quote(content)).toEqual({ id });
  },
);

test("a quotation that differs is refused, with the place and where the words really stand", async () => {
  const start = text.indexOf("6.000");
  await expect(quote("6 000 personnes", start)).rejects.toMatchObject({
    code: "sources.passage_differs",
    params: { at: start + 1, found: ".000 personnes", given: " 000 personnes", elsewhere: -1 },
  });
  await expect(quote("إدماج", 0)).rejects.toMatchObject({ params: { elsewhere: text.indexOf("إدماج") } });
});

test("a passage outside the text, turned round, or through a character is refused", async () => {
  const wave = text.indexOf("🌊");
  await expect(quote("x", text.length)).rejects.toMatchObject({ code: "sources.passage_outside" });
  await expect(quote("x", 5, 5)).rejects.toMatchObject({ code: "sources.passage_outside" });
  await expect(quote("🌊", wave, wave + 1)).rejects.toMatchObject({
    code: "sources.passage_splits_character",
  });
});

const persons = {
  topic: "target",
  quantity: 6000,
  unit: "persons",
  indicator: "durable_jobs",
  how: "normalised",
} as const;

test("an assertion keeps who says it, the parts of a date that are written, and its populations", async () => {
  await registerOrganisation(ctx, { space, reference: "MIN", kind: "ministry", name: "Ministère" });
  const minister = await nameOfficeHolder(ctx, { organisation: "MIN", name: null, function: "ministre" });
  const { id: passageId } = await quote("15 décembre");
  await assertValue(ctx, {
    ...{
      documentId,
      passageId,
      topic: "date",
      how: "literal",
      saidBy: minister.id,
      populations: ["youth", "neet"],
    },
    date: { year: null, month: 12, day: 15, weekday: null },
  });
  const { assertions } = await getDocument(ctx, { document: documentId });
  expect(assertions.find((one) => one.topic === "date")).toMatchObject({
    date: { year: null, month: 12, day: 15, weekday: null },
    saidBy: { name: null, function: "ministre" },
    populations: ["youth", "neet"],
    passage: { content: "15 décembre" },
    document: { title: "Journal de l’Atlas", published: { year: 2021, month: 12, day: null } },
    quantity: null,
  });
});

test("an inference says why; an unknown indicator, passage or speaker is refused", async () => {
  const { id: passageId } = await quote("6.000 personnes");
  const given = { ...persons, documentId, passageId };
  await expect(assertValue(ctx, { ...given, how: "inferred" })).rejects.toMatchObject({
    code: "kernel.input_invalid",
  });
  const nobody = "00000000-0000-4000-8000-000000000000";
  for (const [wrong, code] of [
    [{ indicator: "happiness" }, "indicator_unknown"],
    [{ passageId: nobody }, "passage_unknown"],
    [{ saidBy: nobody }, "speaker_unknown"],
    [{ territoryId: register.elsewhere }, "territory_unknown"],
  ] as const)
    await expect(assertValue(ctx, { ...given, ...wrong })).rejects.toMatchObject({ code: `sources.${code}` });
});

test("two readings that cannot both hold are a conflict; what is left open contradicts nothing", () => {
  const open: Comparable = {
    ...{
      topic: "target",
      quantity: null,
      currency: null,
      unit: null,
      indicator: null,
      text: null,
      date: null,
    },
    territoryId: null,
  };
  const is = (a: Partial<Comparable>, b: Partial<Comparable>) =>
    contradict({ ...open, ...a }, { ...open, ...b });
  expect(is({ quantity: "6000", unit: "persons" }, { quantity: "6000", unit: "jobs" })).toBe(true);
  expect(is({ quantity: "6000" }, { quantity: "6000.00" })).toBe(false);
  expect(is({ quantity: "160000000.50" }, { quantity: "160000000.05" })).toBe(true);
  const day = { year: null, month: 12, day: 15, weekday: 3 };
  expect(is({ date: day }, { date: { ...day, year: 2021 } })).toBe(false);
  expect(is({ date: day }, { date: { ...day, day: 16 } })).toBe(true);
  expect(is({ topic: "date", unit: "persons" }, { unit: "jobs" })).toBe(false);
});

test("a reading is adopted by a person, taken back, and read as it was known on a past day", async () => {
  const objectId = ctx.ids.next();
  const on = { space, objectKind: "commitment", objectId, reason: "texte du ministère" } as const;
  const { id: passageId } = await quote("6.000 personnes");
  const { id: other } = await quote("6.000 شخص");
  const first = await assertValue(ctx, { ...persons, documentId, passageId });
  const second = await assertValue(ctx, {
    ...persons,
    documentId,
    passageId: other,
    unit: "jobs",
    indicator: "jobs_created",
  });
  const links = [first, second].map(({ id }) => ({ objectKind: "commitment", objectId, assertionId: id }));
  const adopted = async (knownOn: string | null) => {
    const [read] = await readingsOf(ctx, links, knownOn);
    return read?.readings.filter((one) => one.adopted).map((one) => one.id);
  };
  expect((await readingsOf(ctx, links))[0]).toMatchObject({ conflict: true, decision: null });
  expect(await adopted(null)).toEqual([]);

  await adoptReading(register.at("2026-03-10T09:00:00Z"), { ...on, assertionId: first.id });
  const back = await adoptReading(register.at("2026-03-12T09:00:00Z"), {
    ...on,
    assertionId: null,
    reason: "doute",
  });
  expect(back.before).toBe(first.id);
  expect(await adopted("2026-03-09")).toEqual([]);
  expect(await adopted("2026-03-10")).toEqual([first.id]);
  expect(await adopted(null)).toEqual([]);
  expect((await readingsOf(ctx, links))[0]?.decision).toMatchObject({
    assertionId: null,
    reason: "doute",
    decidedBy: "system",
  });
  expect(await listDecisions(ctx, { objectKind: "commitment", object: objectId })).toHaveLength(2);

  const late = register.at("2026-03-13T09:00:00Z");
  await expect(
    adoptReading(late, { ...on, assertionId: second.id, decidedOn: "2026-03-11" }),
  ).rejects.toMatchObject({
    code: "sources.decision_older",
  });
  await expect(
    adoptReading(late, { ...on, assertionId: second.id, decidedOn: "2026-03-14" }),
  ).rejects.toMatchObject({
    code: "sources.decision_in_future",
  });
});

test("a reading that was recorded later was not known before", async () => {
  const { id: passageId } = await quote("6.000 personnes");
  const late = await assertValue(register.at("2026-06-01T10:00:00Z"), { ...persons, documentId, passageId });
  const links = [{ objectKind: "commitment", objectId: documentId, assertionId: late.id }];
  expect((await readingsOf(ctx, links, "2026-05-31"))[0]?.readings).toEqual([]);
  expect((await readingsOf(ctx, links, "2026-06-01"))[0]?.readings).toHaveLength(1);
});

test("a machine decides nothing, and a reading of the other space is not adopted", async () => {
  const { id: passageId } = await quote("6.000 personnes");
  const { id: assertionId } = await assertValue(ctx, { ...persons, documentId, passageId });
  const given = { objectKind: "commitment", objectId: ctx.ids.next(), assertionId, reason: "x" };
  const machine = { ...ctx, actor: { ...ctx.actor, kind: "machine" as const } };
  await expect(adoptReading(machine, { ...given, space })).rejects.toMatchObject({
    code: "sources.decision_not_by_person",
  });
  await expect(adoptReading(ctx, { ...given, space: "real" })).rejects.toMatchObject({
    code: "sources.assertion_unknown",
  });
});

test("a doubt keeps its readings and its passages; one reading is no doubt", async () => {
  const objectId = ctx.ids.next();
  const { id: passageId } = await quote("🌊");
  const about = {
    space,
    objectKind: "agreement.stands_for",
    objectId,
    about: "combien de conventions",
  } as const;
  await raiseDoubt(ctx, { ...about, readings: ["huit annoncées", "neuf nommées"], passageIds: [passageId] });
  expect(await listDoubts(ctx, { object: objectId })).toMatchObject([
    { readings: ["huit annoncées", "neuf nommées"], passages: [{ content: "🌊", documentId }] },
  ]);
  await expect(raiseDoubt(ctx, { ...about, readings: ["seule"] })).rejects.toMatchObject({
    code: "kernel.input_invalid",
  });
  await expect(
    raiseDoubt(ctx, { ...about, space: "real", readings: ["a", "b"], passageIds: [passageId] }),
  ).rejects.toMatchObject({
    code: "sources.passage_unknown",
  });
});

test("a doubt is settled by a person on one of its readings, and opened again", async () => {
  const objectId = ctx.ids.next();
  const { id: doubt } = await raiseDoubt(ctx, {
    ...{ space, objectKind: "agreement", objectId, about: "le nombre", reason: "deux chiffres au même lieu" },
    readings: ["huit", "neuf"],
  });
  const last = async () => (await listDoubts(ctx, { object: objectId }))[0]?.decision;
  expect(await listDoubts(ctx, { object: objectId })).toMatchObject([
    { reason: "deux chiffres au même lieu", decision: null },
  ]);
  await settleDoubt(ctx, { doubt, reading: 2, reason: "le procès-verbal en nomme neuf" });
  expect(await last()).toMatchObject({ reading: 2, reason: "le procès-verbal en nomme neuf" });
  await settleDoubt(ctx, { doubt, reading: null, reason: "le procès-verbal est contesté" });
  expect(await last()).toMatchObject({ reading: null });
  await expect(settleDoubt(ctx, { doubt, reading: 3, reason: "?" })).rejects.toMatchObject({
    code: "sources.doubt_reading_unknown",
  });
  await expect(
    settleDoubt(ctx, { doubt, reading: 1, decidedOn: "2020-01-01", reason: "avant" }),
  ).rejects.toMatchObject({ code: "sources.decision_older" });
  await expect(settleDoubt(ctx, { doubt: objectId, reading: 1, reason: "?" })).rejects.toMatchObject({
    code: "sources.doubt_unknown",
  });
});

test("passages, assertions and decisions only grow", async () => {
  const change = (table: string) =>
    ctx.db.transaction().execute(async (tx) => {
      await sql`select set_config('iltizam.actor', 'test', true)`.execute(tx);
      await sql`update ${sql.table(table)} set id = id`.execute(tx);
    });
  for (const table of ["passages", "assertions", "adopted_readings", "doubt_decisions"])
    await expect(change(table)).rejects.toThrow(/permission denied|only grows/);
});

test("what is read has exactly the shape that is declared", async () => {
  const document = await getDocument(ctx, { document: documentId });
  expect(document.assertions.length).toBeGreaterThan(0);
  expect(getDocument.output.parse(document)).toEqual(document);
  const list = await listDocuments(ctx, { space });
  expect(listDocuments.output.parse(list)).toEqual(list);
  const links = document.assertions.map(({ id }) => ({
    objectKind: "test",
    objectId: documentId,
    assertionId: id,
  }));
  const read = await readingsOf(ctx, links);
  expect(readingsOfObject.array().parse(read)).toEqual(read);
});
