// The register of processing and the words of a consent: every version stays, the latest holds.
import { openRegister } from "@iltizam/testkit/register";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { wordConsent } from "./consent.ts";
import type { Processing } from "./processing.ts";
import { listVersions } from "./processing-versions.ts";
import { keepProcessing, listProcessings, listWordings } from "./processings.ts";

let register: Awaited<ReturnType<typeof openRegister>>;
let ctx: Context;
beforeAll(async () => {
  register = await openRegister();
  ctx = register.ctx;
});
afterAll(() => register.close());

const versionsOf = async (processing: string) => (await listVersions(ctx, { processing })).versions;
const asItStands = async (code: string): Promise<Processing> => {
  const found = (await listProcessings(ctx, {})).processings.find((one) => one.code === code);
  if (found === undefined) throw new Error(`the register has no ${code}`);
  const { version: _, recordedAt: __, ...processing } = found;
  return processing;
};

test("a processing that is changed keeps how it stood before, with the reason of each change", async () => {
  const ships = await asItStands("follow_up");
  const numbered = { ...ships.cndp, reference: "A-12/2026", on: "2026-02-01" };
  await keepProcessing(ctx, { processing: { ...ships, cndp: numbered }, reason: "la CNDP a répondu" });
  const [first] = ships.data;
  if (first === undefined) throw new Error("follow_up holds something");
  const shorter = { ...ships, cndp: numbered, data: [{ ...first, months: 12 }] };
  await keepProcessing(ctx, { processing: shorter, reason: "un an suffit" });
  const versions = await versionsOf("follow_up");
  expect(versions.map(({ version, reason }) => [version, reason])).toEqual([
    [2, "un an suffit"],
    [1, "la CNDP a répondu"],
    [0, null],
  ]);
  expect(versions.map(({ content }) => content.data[0]?.months)).toEqual([12, first.months, first.months]);
  expect(await asItStands("follow_up")).toEqual(shorter);
});

test("a processing of one's own begins with its first version; one that nobody kept is unknown", async () => {
  const own = { ...(await asItStands("control")), code: "open_days" };
  await expect(versionsOf("open_days")).rejects.toMatchObject({ code: "people.processing_unknown" });
  await keepProcessing(ctx, { processing: own, reason: "journées portes ouvertes" });
  expect((await versionsOf("open_days")).map(({ version }) => version)).toEqual([1]);
});

test("a consent is worded where consent is the ground, and its former words stay", async () => {
  const words = (number: number) => ({
    fr: `Acceptez-vous que nous vous appelions (${number}) ?`,
    ar: `هل تقبلون أن نتصل بكم هاتفيا (${number})؟`,
  });
  const from = "2026-01-01";
  await wordConsent(ctx, { processing: "follow_up", ...words(1), from });
  await wordConsent(ctx, { processing: "follow_up", ...words(2), from });
  const { wordings } = await listWordings(ctx, { processing: "follow_up" });
  expect(wordings.map(({ version, fr }) => [version, fr])).toEqual([
    [2, words(2).fr],
    [1, words(1).fr],
  ]);
  const without = wordConsent(ctx, { processing: "control", ...words(1), from });
  await expect(without).rejects.toMatchObject({ code: "people.consent_not_asked" });
});
