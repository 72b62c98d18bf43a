import { seedAgreement, seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { listedDoubts } from "./doubts.ts";
import { promise } from "./promise.ts";
import { commitmentByReference, commitmentsOfAgreement } from "./queries.ts";
import { routes } from "./routes.ts";

let place: TestPlace;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "CONV-1" });
  await promise(place.ctx, { agreement: "CONV-1", indicator: "placements", wording: "insertion" });
});
afterAll(() => place.close());

const as = (grants: Actor["grants"]): Context => ({
  ...place.ctx,
  actor: { id: "00000000-0000-7000-8000-0000000000ff", kind: "user", label: "Salma", grants },
});

const commitment = "CONV-1/1";
const inputs: Readonly<Record<string, object>> = {
  "commitments.promise": { agreement: "CONV-1", wording: "x" },
  "commitments.edit": { commitment, revision: 1, changes: { wording: "x" } },
  "commitments.release_responsibility": {
    ...{ commitment, organisation: "AGENCE", task: "accueille", reason: "erreur" },
  },
  "commitments.finalise": { commitment },
  "commitments.set_target": { commitment, quantity: 1, effectiveOn: "2025-01-01" },
  "commitments.amend_target": { commitment, amendment: 1, quantity: 1 },
  "commitments.break_down": { commitment, parts: [{ sex: "F", quantity: 1 }] },
  "commitments.set_eligibility": { commitment, rules: [] },
  "commitments.assign_responsibility": { commitment, organisation: "AGENCE", task: "accueille" },
  "commitments.announce": { commitment, assertions: [{ assertion: "00000000-0000-4000-8000-000000000000" }] },
  "commitments.adopt_announced": { commitment, assertion: null, reason: "aucune" },
  "commitments.withdraw": { commitment, reason: "erreur" },
};

test.each(routes.flatMap((route) => ("act" in route ? [route.act] : [])))(
  "$actName is refused to somebody who may only read",
  async (act) => {
    const reader = as([{ permissions: ["commitments.read"] }]);
    await expect(act(reader, inputs[act.actName])).rejects.toMatchObject({
      code: "kernel.not_allowed",
      params: { permission: act.permission },
    });
  },
);

test("a grant of one region reaches its agreements, and no other", async () => {
  const draft = ["commitments.draft"];
  const given = { agreement: "CONV-1", indicator: "placements", wording: "seconde" };
  await expect(promise(as([{ permissions: draft, territory: world.region }]), given)).resolves.toBeDefined();
  await expect(promise(as([{ permissions: draft, territory: world.province }]), given)).rejects.toMatchObject(
    { code: "agreements.unknown" },
  );
});

test("reading needs the right to read", async () => {
  await expect(commitmentsOfAgreement(as([]), { agreement: "CONV-1" })).rejects.toMatchObject({
    status: 403,
  });
  await expect(commitmentByReference(as([]), { commitment })).rejects.toMatchObject({ status: 403 });
  await expect(listedDoubts(as([]), {})).rejects.toMatchObject({ status: 403 });
  const reader = as([{ permissions: ["commitments.read"] }]);
  await expect(listedDoubts(reader, {})).resolves.toEqual({ total: 0, doubts: [] });
  await expect(commitmentByReference(reader, { commitment })).resolves.toMatchObject({
    reference: commitment,
  });
});
