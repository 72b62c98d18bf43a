import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { listTranslations, reviewTranslation } from "./index.ts";

let world: SmallWorld;
let ctx: Context;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-translations-access-")));
  ctx = world.ctx;
});
afterAll(() => world.close());

test("reading the list and reviewing are rights of their own", async () => {
  const refused = { code: "kernel.not_allowed" };
  const reader = { ...ctx, actor: actorWith("reader", "translations.read") };
  await expect(listTranslations(reader, {})).resolves.toBeDefined();
  const given = { kind: "term", key: "34", field: "label", content: "خلاصة القرارات" } as const;
  await expect(reviewTranslation(reader, given)).rejects.toMatchObject(refused);
  const nobody = { ...ctx, actor: actorWith("nobody", "agreements.read") };
  await expect(listTranslations(nobody, {})).rejects.toMatchObject(refused);
});
