import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, type Context, DomainError } from "../kernel/index.ts";
import {
  completeRequest,
  copyHeld,
  decideDeletion,
  decideRequest,
  dueForDeletion,
  getRequest,
  identifyRequester,
  listDeadlines,
  listRequests,
  lookUp,
  receiveRequest,
  setDeadline,
} from "./index.ts";

let world: SmallWorld;
let number: string;
const space = "simulated";
const document = { number: "ZZ 900002" };
const reason = "for the test";
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-dossiers-access-")));
  ({ number } = await receive(world.ctx));
});
afterAll(() => world.close());

const receive = (ctx: Context) =>
  receiveRequest(ctx, { space, kind: "access", language: "fr", channel: "mail", text: "que savez-vous ?" });

/** Each with the right it needs, and whether holding it somewhere is enough. */
const calls: readonly [string, string, boolean, (ctx: Context) => Promise<unknown>][] = [
  ["lookUp", "dossiers.look_up", true, (ctx) => lookUp(ctx, { space, document })],
  ["receiveRequest", "person_requests.receive", true, receive],
  ["listRequests", "person_requests.read", false, (ctx) => listRequests(ctx, { space })],
  ["listDeadlines", "person_requests.read", false, (ctx) => listDeadlines(ctx, {})],
  [
    ...(["setDeadline", "person_requests.handle", false] as const),
    (ctx) => setDeadline(ctx, { kind: "access", days: 20, from: "2030-01-01", source: "décision" }),
  ],
  ["getRequest", "person_requests.read", false, (ctx) => getRequest(ctx, { number })],
  [
    "identifyRequester",
    "person_requests.handle",
    false,
    (ctx) => identifyRequester(ctx, { number, document }),
  ],
  [
    "decideRequest",
    "person_requests.handle",
    false,
    (ctx) => decideRequest(ctx, { number, decision: "refused", reason }),
  ],
  ["completeRequest", "person_requests.handle", false, (ctx) => completeRequest(ctx, { number })],
  ["copyHeld", "person_requests.handle", false, (ctx) => copyHeld(ctx, { number })],
  ["dueForDeletion", "dossiers.read_terms", false, (ctx) => dueForDeletion(ctx, {})],
  [
    "decideDeletion",
    "dossiers.decide_deletion",
    false,
    (ctx) => decideDeletion(ctx, { items: [{ kind: "request", object: "D-1" }], decision: "delete", reason }),
  ],
];

async function outcome(call: (ctx: Context) => Promise<unknown>, actor: Actor): Promise<string> {
  try {
    await call({ ...world.ctx, actor });
    return "done";
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

test.for(calls)("%s needs the right %s", async ([, permission, somewhere, call]) => {
  const others = calls.map(([, one]) => one).filter((one) => one !== permission);
  expect(await outcome(call, actorWith("other", ...others))).toBe("kernel.not_allowed");
  const restricted = {
    ...actorWith("one"),
    grants: [{ permissions: [permission], territory: world.id("90") }],
  };
  const refused = (await outcome(call, restricted)) === "kernel.not_allowed";
  expect(refused).toBe(!somewhere);
  expect(await outcome(call, actorWith("one", permission))).not.toBe("kernel.not_allowed");
});
