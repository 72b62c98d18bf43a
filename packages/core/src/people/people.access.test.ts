import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import {
  findPerson,
  giveConsent,
  keepProcessing,
  listProcessings,
  listUnmaskings,
  listVersions,
  listWordings,
  registerPerson,
  unmask,
  updatePerson,
  withdrawConsent,
  wordConsent,
} from "./index.ts";
import type { Registered } from "./processings.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-people-")));
});
afterAll(() => world.close());

const document = { number: "ZZ 900001" };
const space = "simulated";
const person = { name: "X" };

const subject = async () => (await findPerson(world.ctx, { space, document })).subject ?? "";
const reason = "for the test of rights";
const wording = "Words that ask for a consent, long enough to be words.";

const calls: readonly [string, string, (ctx: Context) => Promise<unknown>][] = [
  ["registerPerson", "people.register", (ctx) => registerPerson(ctx, { space, document, person })],
  [
    "updatePerson",
    "people.update",
    async (ctx) => updatePerson(ctx, { subject: await subject(), fields: person, reason: "none" }),
  ],
  ["findPerson", "people.find", (ctx) => findPerson(ctx, { space, document })],
  [
    "unmask",
    "people.unmask",
    async (ctx) => unmask(ctx, { subject: await subject(), processing: "counting_results", reason }),
  ],
  ["listUnmaskings", "unmaskings.read", (ctx) => listUnmaskings(ctx, {})],
  ["listProcessings", "processings.read", (ctx) => listProcessings(ctx, {})],
  [
    "keepProcessing",
    "processings.keep",
    async (ctx) => {
      const [first] = (await listProcessings(world.ctx, {})).processings;
      const { version, recordedAt, ...processing } = first as Registered;
      return keepProcessing(ctx, { processing, reason });
    },
  ],
  [
    "wordConsent",
    "processings.keep",
    (ctx) => wordConsent(ctx, { processing: "follow_up", fr: wording, ar: wording, from: "2020-01-01" }),
  ],
  ["listVersions", "processings.read", (ctx) => listVersions(ctx, { processing: "follow_up" })],
  ["listWordings", "processings.read", (ctx) => listWordings(ctx, { processing: "follow_up" })],
  [
    "giveConsent",
    "people.register",
    async (ctx) =>
      giveConsent(ctx, {
        subject: await subject(),
        processing: "follow_up",
        language: "ar",
        givenOn: "2026-01-01",
      }),
  ],
  [
    "withdrawConsent",
    "people.register",
    async (ctx) => withdrawConsent(ctx, { subject: await subject(), processing: "follow_up" }),
  ],
];

test.for(calls)("%s needs the right %s, and holding it somewhere is enough for a person", async (given) => {
  const [, permission, call] = given;
  const all = [...new Set(calls.map(([, one]) => one))].filter((one) => one !== permission);
  const other = { ...world.ctx, actor: actorWith("other", ...all) };
  await expect(call(other)).rejects.toMatchObject({ code: "kernel.not_allowed", params: { permission } });
  const ofPersons = [
    "people.register",
    "people.update",
    "people.find",
    "people.unmask",
    "processings.read",
  ].includes(permission);
  const restriction = ofPersons && { territory: world.id("90.1") };
  const grants = [{ permissions: [permission], ...restriction }];
  const one = { ...actorWith("one"), grants };
  await expect(call({ ...world.ctx, actor: one })).resolves.toBeDefined();
});

test("what two say of a processing at once are two versions", async () => {
  const [first] = (await listProcessings(world.ctx, {})).processings;
  const { version: _, recordedAt: __, ...processing } = first as Registered;
  const kept = await Promise.all([1, 2, 3].map(() => keepProcessing(world.ctx, { processing, reason })));
  const versions = kept.map(({ version }) => version).sort((one, other) => one - other);
  expect(versions.map((version) => version - (versions[0] ?? 0))).toEqual([0, 1, 2]);
});
