import { seedAgreement, seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServicePoint } from "../organisations/index.ts";
import { assignResponsibility } from "./assign-responsibility.ts";
import { breakDown } from "./break-down.ts";
import { editCommitment } from "./edit-commitment.ts";
import { finalise } from "./finalise.ts";
import { promise } from "./promise.ts";
import { commitmentByReference } from "./queries.ts";
import { releaseResponsibility } from "./release-responsibility.ts";
import { setEligibility } from "./set-eligibility.ts";
import { setTarget } from "./set-target.ts";

let place: TestPlace;
let world: World;
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  await seedAgreement(place.ctx, world, { reference: "CONV-1" });
});
afterAll(() => place.close());

const given = { agreement: "CONV-1", indicator: "placements", wording: "insertion de jeunes" };
const read = (commitment: string) => commitmentByReference(place.ctx, { commitment });
/** A final promise with a signed target. */
async function signed(quantity: number): Promise<string> {
  const { reference: commitment } = await promise(place.ctx, given);
  await finalise(place.ctx, { commitment });
  await setTarget(place.ctx, { commitment, quantity, effectiveOn: "2026-01-01" });
  return commitment;
}

test("a draft is edited field by field, and a form that was read before is refused", async () => {
  const { reference: commitment, id } = await promise(place.ctx, given);
  const changes = {
    wording: "insertion de jeunes ruraux",
    milieu: "rural" as const,
    owedBy: "AGENCE",
    populations: ["youth"],
    indicator: "jobs_created",
    periodFrom: "2026-01-01",
    periodTo: "2027-12-31",
  };
  expect(await editCommitment(place.ctx, { commitment, revision: 1, changes })).toEqual({
    ...{ commitment, revision: 2 },
  });
  expect(await read(commitment)).toMatchObject({
    ...{ wording: changes.wording, milieu: "rural", populations: ["youth"], revision: 2 },
    ...{ indicator: { code: "jobs_created" }, owedBy: { reference: "AGENCE" } },
    period: { from: "2026-01-01", to: "2027-12-31" },
  });
  await expect(editCommitment(place.ctx, { commitment, revision: 1, changes })).rejects.toMatchObject({
    code: "kernel.edited_meanwhile",
  });
  await expect(
    editCommitment(place.ctx, { commitment, revision: 2, changes: { periodTo: "2025-01-01" } }),
  ).rejects.toMatchObject({ code: "commitments.period_reversed" });
  const [row] = (
    await sql<{ before: { wording: string } }>`
      select before from journal where object_id = ${id} and act = 'commitments.edit'`.execute(place.ctx.db)
  ).rows;
  expect(row?.before.wording).toBe("insertion de jeunes");
});

test("a final promise keeps its indicator; with a signed target it changes by an amendment only", async () => {
  const { reference: commitment } = await promise(place.ctx, given);
  await finalise(place.ctx, { commitment });
  await expect(
    editCommitment(place.ctx, {
      commitment,
      revision: 2,
      changes: { indicator: "jobs_created" },
    }),
  ).rejects.toMatchObject({ code: "commitments.final_keeps_indicator" });
  const same = { indicator: "placements", wording: "placements" };
  await editCommitment(place.ctx, { commitment, revision: 2, changes: same });
  await setTarget(place.ctx, { commitment, quantity: 100, effectiveOn: "2026-01-01" });
  await expect(
    editCommitment(place.ctx, { commitment, revision: 3, changes: { wording: "autre" } }),
  ).rejects.toMatchObject({ code: "commitments.target_exists" });
});

test("a task is taken away with a reason; one that is not there is said", async () => {
  const { reference: commitment } = await promise(place.ctx, given);
  const task = { commitment, organisation: "AGENCE", task: "accueille" };
  await assignResponsibility(place.ctx, task);
  await releaseResponsibility(place.ctx, { ...task, reason: "erreur" });
  expect((await read(commitment)).responsibilities).toEqual([]);
  await expect(releaseResponsibility(place.ctx, { ...task, reason: "erreur" })).rejects.toMatchObject({
    code: "commitments.task_unknown",
  });
});

test("a split is kept whole as a draft; as final it does not exceed the target", async () => {
  const commitment = await signed(100);
  const quarters = ["2026-01-01", "2026-04-01"];
  const parts = (quantity: number) =>
    quarters.map((quarterFrom) => ({ territoryId: world.province, quarterFrom, quantity }));
  const exceeding = { commitment, parts: parts(60), final: true };
  await expect(breakDown(place.ctx, exceeding)).rejects.toMatchObject({
    ...{ code: "commitments.breakdown_exceeds" },
    params: { part: "territory+quarter", sum: 120, target: 100 },
  });
  expect((await read(commitment)).breakdown.parts).toEqual([]);
  const kept = await breakDown(place.ctx, { ...exceeding, final: false });
  expect(kept).toMatchObject({ final: false, sums: [{ sum: 120, difference: -20 }] });
  await breakDown(place.ctx, { commitment, parts: parts(50), final: true, revision: kept.revision });
  expect((await read(commitment)).breakdown).toMatchObject({ final: true, sums: [{ difference: 0 }] });
  await expect(
    breakDown(place.ctx, { commitment, parts: [], revision: kept.revision }),
  ).rejects.toMatchObject({ code: "kernel.edited_meanwhile" });
  await breakDown(place.ctx, { commitment, parts: [] });
  expect((await read(commitment)).breakdown).toEqual({ parts: [], sums: [], final: false });
});

test("a person may be in several populations: each is held against the target by itself", async () => {
  const commitment = await signed(100);
  const parts = ["youth", "rural_youth"].map((population) => ({ population, quantity: 80 }));
  await expect(breakDown(place.ctx, { commitment, parts, final: true })).resolves.toMatchObject({
    final: true,
  });
  const more = [...parts, { population: "rural_youth", sex: "F" as const, quantity: 101 }];
  await expect(breakDown(place.ctx, { commitment, parts: more, final: true })).rejects.toMatchObject({
    params: { sum: 101 },
  });
});

test("a target is split by agency; an agency of nowhere is refused", async () => {
  const commitment = await signed(100);
  const { id: servicePointId } = await openServicePoint(place.ctx, {
    ...{ organisation: "AGENCE", kind: "agency", name: "Agence de Tizi", territoryId: world.province },
  });
  const { sums } = await breakDown(place.ctx, { commitment, parts: [{ servicePointId, quantity: 40 }] });
  expect(sums).toEqual([{ by: "service_point", parts: 1, sum: 40, difference: 60 }]);
  expect((await read(commitment)).breakdown.parts[0]).toMatchObject({ servicePointId, quantity: 40 });
  await expect(
    breakDown(place.ctx, { commitment, parts: [{ servicePointId: world.province, quantity: 1 }] }),
  ).rejects.toMatchObject({ code: "commitments.service_point_unknown" });
});

test("who may be counted is not laid over what somebody else saved", async () => {
  const { reference: commitment } = await promise(place.ctx, given);
  await setEligibility(place.ctx, { commitment, rules: [{ rule: "age_from", value: "18" }], revision: 1 });
  await expect(setEligibility(place.ctx, { commitment, rules: [], revision: 1 })).rejects.toMatchObject({
    code: "kernel.edited_meanwhile",
  });
});
