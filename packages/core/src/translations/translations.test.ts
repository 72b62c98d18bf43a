import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { glossary } from "@iltizam/reference";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { listTranslations, reviewTranslation } from "./index.ts";

let world: SmallWorld;
let ctx: Context;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-translations-")));
  ctx = world.ctx;
});
afterAll(() => world.close());

const waiting = async (of: Parameters<typeof listTranslations>[1] = {}) => listTranslations(ctx, of);

test("every term whose Arabic is in doubt waits, and is found in French and Arabic", async () => {
  const doubtful = glossary().filter(({ arReviewed }) => !arReviewed);
  const { translations } = await waiting({ kind: "term" });
  expect(translations.map(({ key }) => Number(key))).toEqual(doubtful.map(({ number }) => number));
  for (const text of ["releve decisions", "خلاصه القرارات"])
    expect((await waiting({ text, kind: "term" })).translations).toMatchObject([{ key: "34" }]);
  const { counts, total } = await waiting();
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(total);
});

test("a term that was read no longer waits, and says who read it", async () => {
  const [term] = (await waiting({ kind: "term" })).translations;
  if (!term) throw new Error("no term waits");
  const before = (await waiting({ kind: "term" })).total;
  const { kind, key, field, content } = term;
  await reviewTranslation(ctx, { kind, key, field, content });
  expect((await waiting({ kind: "term" })).total).toBe(before - 1);
  const read = await waiting({ state: "reviewed", kind: "term" });
  expect(read.translations).toMatchObject([{ key, reviewedBy: ctx.actor.label, content }]);
});

test("nothing waits under a name that nobody knows", async () => {
  await expect(
    reviewTranslation(ctx, { kind: "term", key: "9999", field: "label", content: "شيء" }),
  ).rejects.toMatchObject({ code: "translations.unknown" });
});
