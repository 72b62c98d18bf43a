import { openRegister, type TestRegister } from "@iltizam/testkit/register";
import { afterAll, beforeAll, expect, test } from "vitest";
import { choose } from "./choose.ts";
import { compareVersions } from "./compare-versions.ts";
import { freeze } from "./freeze.ts";
import { loadTemplate } from "./load-template.ts";
import { readTemplate, readTemplates } from "./read-templates.ts";
import { readText, readVersion } from "./read-text.ts";
import { send } from "./send.ts";
import { type BookContent, firstBook } from "./templates.ts";
import { agreement, draftText, openParties, space, type Written } from "./tests/draft-text.ts";

let register: TestRegister;
let who: Written;
beforeAll(async () => {
  register = await openRegister();
  who = await openParties(register);
  await draftText(register, who);
  await freeze(register.ctx, { agreement });
});
afterAll(() => register.close());

const reason = "relecture du service juridique";
const { version: _, hash: __, ...first } = firstBook;

/** For a company: one clause in other words, one that binds now, one new, one gone. */
function laterBook(): BookContent {
  const { mandatory, optional } = first.kinds.company;
  const company = {
    mandatory: [...mandatory, "confidentiality", "integrity"],
    optional: optional.filter((key) => !["confidentiality", "intellectual_property"].includes(key)),
  };
  const withWords = (language: "fr" | "ar", integrity: string, duration: string) => ({
    ...first[language],
    clauses: {
      ...first[language].clauses,
      integrity: { title: integrity, text: [integrity] },
      duration: { title: first[language].clauses.duration?.title ?? "", text: [duration] },
    },
  });
  return {
    ...first,
    ...{ date: "2027-03-01", order: [...first.order, "integrity"], kinds: { ...first.kinds, company } },
    fr: withWords("fr", "Intégrité", "Du {agreement.from} au {agreement.to}."),
    ar: withWords("ar", "النزاهة", "من {agreement.from} إلى {agreement.to}."),
  };
}
const load = (content: BookContent) => loadTemplate(register.ctx, { space, content, reason });
const read = (key: string = agreement) => readText(register.ctx, { agreement: key });

test("a book that lacks what no agreement may lack, asks for what nobody knows, or says the same, is not loaded", async () => {
  const { company } = first.kinds;
  const mandatory = company.mandatory.filter((key) => key !== "data_protection");
  const bare = { ...first, kinds: { ...first.kinds, company: { ...company, mandatory } } };
  await expect(load(bare)).rejects.toMatchObject({
    ...{ code: "drafting.template_incomplete", params: { missing: ["company: data_protection"] } },
  });
  const object = { title: "Objet", text: ["Pour {agreement.aim}."] };
  const strange = { ...first, fr: { ...first.fr, clauses: { ...first.fr.clauses, object } } };
  await expect(load(strange)).rejects.toMatchObject({
    ...{ code: "drafting.template_names", params: { clause: "object", name: "agreement.aim" } },
  });
  await expect(load(first)).rejects.toMatchObject({
    ...{ code: "drafting.template_same", params: { version: 1 } },
  });
});

test("a text keeps the version that it was begun from, and is told what a later one has otherwise", async () => {
  expect((await read()).offered).toMatchObject({ version: 1, newer: null });
  expect(await load(laterBook())).toMatchObject({ version: 2 });
  const { content, offered } = await read();
  expect(content.template).toMatchObject({ version: 1, date: "2026-11-22" });
  expect(offered).toMatchObject({ version: 1, newer: { version: 2, date: "2027-03-01" } });
  expect(offered.newer?.changes.map(({ clause, change }) => `${clause} ${change}`)).toEqual([
    "confidentiality now_mandatory",
    "duration reworded",
    "integrity added",
    "intellectual_property removed",
  ]);
  const { clauses } = await compareVersions(register.ctx, { agreement, template: 2, language: "fr" });
  expect(clauses.filter(({ status }) => status !== "same").map(({ key, status }) => [key, status])).toEqual([
    ["confidentiality", "added"],
    ["duration", "changed"],
    ["integrity", "added"],
  ]);
});

test("taking the later version is a choice; what was frozen before keeps its words and may still be sent", async () => {
  const { revision } = await read();
  await expect(choose(register.ctx, { agreement, revision, templateVersion: 7 })).rejects.toMatchObject({
    ...{ code: "drafting.template_unknown", params: { known: ["1", "2"] } },
  });
  await choose(register.ctx, { agreement, revision, templateVersion: 2 });
  const { content, offered } = await read();
  expect(content.template.version).toBe(2);
  expect(offered.newer).toBeNull();
  expect(content.texts[0]?.clauses.map(({ key }) => key)).toContain("integrity");
  const frozen = await readVersion(register.ctx, { agreement, version: 1 });
  expect(frozen.content.template.version).toBe(1);
  await expect(send(register.ctx, { agreement, version: 1, to: "lawyer" })).resolves.toMatchObject({
    version: 1,
  });
});

test("a text that is begun now is begun from the newest, and stays with it once it is frozen", async () => {
  await draftText(register, who, "CONV-10");
  expect((await read("CONV-10")).content.template.version).toBe(2);
  const { versions } = await readTemplates(register.ctx, { space });
  expect(versions.map(({ version, loaded }) => [version, loaded?.reason])).toEqual([
    [1, undefined],
    [2, reason],
  ]);
  expect((await readTemplate(register.ctx, { space, version: 2 })).content).toEqual(laterBook());
});

test("a version that was tried out in the fictional region is not there for real agreements", async () => {
  const real = "real" as const;
  const { versions } = await readTemplates(register.ctx, { space: real });
  expect(versions.map(({ version }) => version)).toEqual([1]);
  await expect(readTemplate(register.ctx, { space: real, version: 2 })).rejects.toMatchObject({
    ...{ code: "drafting.template_unknown", params: { known: ["1"] } },
  });
  const own = { ...laterBook(), date: "2027-05-01" };
  await expect(loadTemplate(register.ctx, { space: real, content: own, reason })).resolves.toMatchObject({
    version: 2,
  });
  expect((await readTemplate(register.ctx, { space, version: 2 })).content).toEqual(laterBook());
});
