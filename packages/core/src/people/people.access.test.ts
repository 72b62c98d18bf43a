import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { findPerson, registerPerson, updatePerson } from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-people-")));
});
afterAll(() => world.close());

const document = { number: "ZZ 900001" };
const space = "simulated";
const person = { name: "X" };

test.for([
  ["registerPerson", "people.register", (ctx: Context) => registerPerson(ctx, { space, document, person })],
  [
    "updatePerson",
    "people.register",
    async (ctx: Context) => {
      const { subject } = await findPerson(world.ctx, { space, document });
      return updatePerson(ctx, { subject: subject ?? "", fields: person, reason: "none" });
    },
  ],
  ["findPerson", "people.find", (ctx: Context) => findPerson(ctx, { space, document })],
] as const)("%s needs the right %s", async ([, permission, call]) => {
  const all = ["people.register", "people.find", "people.read"].filter((one) => one !== permission);
  const other = { ...world.ctx, actor: actorWith("other", ...all) };
  await expect(call(other)).rejects.toMatchObject({ code: "kernel.not_allowed", params: { permission } });
  await expect(call({ ...world.ctx, actor: actorWith("one", permission) })).resolves.toBeDefined();
});
