import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { getOrganisation, sayName } from "../organisations/index.ts";
import { listTranslations, reviewTranslation } from "../translations/index.ts";
import { listAgreements } from "./list-agreements.ts";
import { sayTitle } from "./say-title.ts";

let world: SmallWorld;
let ctx: Context;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-names-")));
  ctx = world.ctx;
});
afterAll(() => world.close());

const organisation = "ORG-1";
const waiting = async (of: Parameters<typeof listTranslations>[1] = {}) => listTranslations(ctx, of);

test("a name that nobody vouches for waits until it is read; another name waits again", async () => {
  const { id } = await sayName(ctx, { organisation, language: "ar", name: "الشركة الأولى", reviewed: false });
  expect(await getOrganisation(ctx, { organisation })).toMatchObject({ arReviewed: false });
  const found = await waiting({ kind: "organisation" });
  expect(found.translations).toMatchObject([{ key: id, place: organisation, content: "الشركة الأولى" }]);
  const read = { kind: "organisation", key: id, field: "name" } as const;
  await expect(reviewTranslation(ctx, { ...read, content: "اسم آخر" })).rejects.toMatchObject({
    code: "translations.text_changed",
    params: { content: "الشركة الأولى" },
  });
  await reviewTranslation(ctx, { ...read, content: "الشركة الأولى" });
  expect(await getOrganisation(ctx, { organisation })).toMatchObject({
    nameAr: "الشركة الأولى",
    arReviewed: true,
  });
  await sayName(ctx, { organisation, language: "ar", name: "الشركة الثانية", reviewed: false });
  expect(await getOrganisation(ctx, { organisation })).toMatchObject({
    nameAr: "الشركة الثانية",
    arReviewed: false,
    names: expect.arrayContaining([expect.objectContaining({ name: "الشركة الأولى", kind: "alias" })]),
  });
});

test("a title in Arabic is found by its words, and who vouches for it needs no reader", async () => {
  const [agreement] = (await listAgreements(ctx, { space: "simulated" })).agreements;
  if (!agreement) throw new Error("no agreement");
  await sayTitle(ctx, {
    agreement: agreement.reference,
    language: "ar",
    title: "اتفاقية التشغيل",
    reviewed: true,
  });
  const { agreements } = await listAgreements(ctx, { space: "simulated", text: "اتفاقيه التشغيل" });
  expect(agreements).toMatchObject([{ titleAr: "اتفاقية التشغيل", arReviewed: true }]);
  expect((await waiting({ kind: "agreement" })).total).toBe(0);
});
