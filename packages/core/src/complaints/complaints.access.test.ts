import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import {
  addToComplaint,
  answerComplaint,
  followComplaint,
  forgetComplaint,
  listComplaints,
  lodgeComplaint,
  openComplaint,
  permissions,
} from "./index.ts";

let world: SmallWorld;
let number: string;
let receipt: string;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-complaints-access-")));
  ({ number, receipt } = await lodgeComplaint(world.ctx, { language: "fr", what: "On m'a demandé 300 DH." }));
});
afterAll(() => world.close());

const text = "une réponse";
const calls: readonly [string, string, (ctx: Context) => Promise<unknown>][] = [
  [
    "lodgeComplaint",
    "complaints.lodge",
    (ctx) => lodgeComplaint(ctx, { language: "fr", what: "On m'a demandé 300 DH." }),
  ],
  ["followComplaint", "complaints.lodge", (ctx) => followComplaint(ctx, { receipt })],
  ["addToComplaint", "complaints.lodge", (ctx) => addToComplaint(ctx, { receipt, text })],
  ["listComplaints", "complaints.read", (ctx) => listComplaints(ctx, {})],
  ["openComplaint", "complaints.read", (ctx) => openComplaint(ctx, { number })],
  ["answerComplaint", "complaints.handle", (ctx) => answerComplaint(ctx, { number, text })],
  ["forgetComplaint", "people.erase", (ctx) => forgetComplaint(ctx, { number, reason: "the term" })],
];

test.for(calls)("%s needs the right %s, everywhere", async ([, permission, call]) => {
  const all = [...new Set(calls.map(([, one]) => one))].filter((one) => one !== permission);
  const refused = { code: "kernel.not_allowed", params: { permission } };
  await expect(call({ ...world.ctx, actor: actorWith("other", ...all) })).rejects.toMatchObject(refused);
  // whoever holds the right on the side of one partner, or in one region, is too near
  for (const place of [{ organisation: world.id("ORG-1") }, { territory: world.id("90") }]) {
    const near = { ...actorWith("near"), grants: [{ permissions: [permission], ...place }] };
    await expect(call({ ...world.ctx, actor: near })).rejects.toMatchObject(refused);
  }
  const asked = call({ ...world.ctx, actor: actorWith("one", permission) });
  // the data officer decides over complaints that do not exist for her: the installation carries it out
  if (permission === "people.erase")
    await expect(asked).rejects.toMatchObject({ code: "complaints.unknown" });
  else await expect(asked).resolves.toBeDefined();
});

test("no partner, operator, region or data officer reads a complaint: control alone", () => {
  expect(permissions["complaints.read"]).toEqual(["R10"]);
  expect(permissions["complaints.handle"]).toEqual(["R10"]);
});
