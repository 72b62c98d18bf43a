// The vault: registering and changing a person are refused without the right, which finding her does not give.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { registerPerson, routes, updatePerson } from "./index.ts";

let world: SmallWorld;
let subject = "";
beforeAll(async () => {
  world = await makeSmallWorld(await mkdtemp(join(tmpdir(), "iltizam-access-")));
  const registered = await registerPerson(world.ctx, person("ZZ 000001"));
  subject = registered.subject;
});
afterAll(() => world.close());

const person = (number: string) => ({
  space: "simulated" as const,
  document: { number },
  person: { name: "Prénom Inventé" },
});

const calls: readonly (readonly [string, (ctx: Context) => Promise<unknown>])[] = [
  [registerPerson.actName, (ctx) => registerPerson(ctx, person("ZZ 000002"))],
  [
    updatePerson.actName,
    (ctx) => updatePerson(ctx, { subject, fields: { name: "Autre Inventé" }, reason: "a spelling" }),
  ],
];

test("every act of the vault's addresses is called here", () => {
  const acts = routes.flatMap((route) => ("act" in route ? [route.act.actName] : []));
  const known = [...calls.map(([name]) => name), "people.find"];
  for (const act of acts) expect(known).toContain(act);
});

test.each(calls)("%s is refused to somebody who may only find persons", async (_, call) => {
  const finder = world.at("2024-06-01T10:00:00Z", actorWith("Karima", "people.find"));
  await expect(call(finder)).rejects.toMatchObject({
    code: "kernel.not_allowed",
    params: { permission: "people.register" },
  });
});

test.each(calls)("%s is done by somebody who may register persons", async (_, call) => {
  const holder = world.at("2024-06-01T10:00:00Z", actorWith("Youssef", "people.register"));
  await expect(call(holder)).resolves.toMatchObject({ subject: expect.any(String) });
});
