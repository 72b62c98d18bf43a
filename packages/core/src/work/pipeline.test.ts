// The pipeline by the clock: from a lead to a letter, a memorandum and a convention, nothing that was begun is forgotten.
import { seedWorld, type TestPlace, testPlace, type World } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addParty, draftAgreement, getAgreement, openLead, setNextAction } from "../agreements/index.ts";
import { type Actor, actorOf, type Context } from "../kernel/index.ts";
import { registerOrganisation, verifyOrganisation } from "../organisations/index.ts";
import { myWork } from "./index.ts";
import { gatherWork } from "./tests/every-question.ts";

let place: TestPlace;
let world: World;
let officer: Actor;
let work: Context["work"];
beforeAll(async () => {
  place = await testPlace();
  world = await seedWorld(place.ctx);
  const gathered = await gatherWork();
  work = gathered.work;
  const who = { id: "00000000-0000-7000-8000-0000000000a1", kind: "user", label: "Chargée" } as const;
  officer = actorOf(who, [{ role: "R1", territory: world.region }], gathered.permissions);
});
afterAll(() => place.close());

/** What the officer of the region finds late on a day, by the agreement that it is about. */
async function lateOn(day: string): Promise<string[]> {
  const ctx = { ...place.at(`${day}T12:00:00Z`), actor: officer, work };
  const { entries } = await myWork(ctx, { space: "simulated", urgency: "late", limit: 200 });
  return entries.map(({ says, reference, place: screen }) => `${says} ${reference} ${screen}`).sort();
}

const letter = { space: "simulated", type: "letter_of_intent", title: "Lettre d’entente" } as const;
const forgotten = "alarms.alarm.letter_without_follow_up LETTRE /agreements/LETTRE";

test("a lead comes back on the day after its next action was due", async () => {
  await openLead(place.ctx, {
    ...{ ...letter, reference: "LETTRE", territoryId: world.region, leadOrganisation: "AGENCE" },
    ...{ nextAction: "Envoyer le projet de lettre", nextActionOn: "2026-03-20" },
  });
  expect(await lateOn("2026-03-20")).toEqual([]);
  expect(await lateOn("2026-03-21")).toEqual(["agreements.work.next_action LETTRE /agreements/LETTRE"]);
  await setNextAction(place.at("2026-03-21T09:00:00Z"), { agreement: "LETTRE", nextAction: null, on: null });
  expect(await lateOn("2026-03-21")).toEqual([]);
});

test("a letter from which nothing came comes back by itself three months later, and each day from then on", async () => {
  expect(await lateOn("2026-06-02")).toEqual([]);
  expect(await lateOn("2026-06-03")).toEqual([forgotten]);
  expect(await lateOn("2027-01-15")).toEqual([forgotten]);
  await setNextAction(place.ctx, { agreement: "LETTRE", nextAction: "Relancer", on: "2026-07-01" });
  expect(await lateOn("2026-06-03")).toEqual([]);
  expect(await lateOn("2026-07-02")).toEqual(
    [forgotten, "agreements.work.next_action LETTRE /agreements/LETTRE"].sort(),
  );
});

test("what follows is joined as it is opened; a lead alone is no follow-up, what is drafted is", async () => {
  const next = { ...letter, title: "Convention", territoryId: world.region, ledToBy: "LETTRE" };
  await openLead(place.ctx, { ...next, type: "convention", reference: "PISTE" });
  expect(await lateOn("2026-07-02")).toContain(forgotten);
  await draftAgreement(place.ctx, { ...next, type: "mou", reference: "MEMO" });
  expect(await lateOn("2026-07-02")).not.toContain(forgotten);
  const { links } = await getAgreement(place.ctx, { agreement: "MEMO" });
  expect(links).toMatchObject([{ kind: "leads_to", direction: "from", reference: "LETTRE" }]);
});

test("a memorandum is not forgotten either, until a convention follows it", async () => {
  const memo = "alarms.alarm.letter_without_follow_up MEMO /agreements/MEMO";
  expect(await lateOn("2026-06-03")).toContain(memo);
  await draftAgreement(place.ctx, {
    ...{ ...letter, type: "convention", reference: "CONV", territoryId: world.region, ledToBy: "MEMO" },
  });
  expect(await lateOn("2026-06-03")).not.toContain(memo);
});

test("what leads to an agreement lies in its own space", async () => {
  await expect(
    openLead(place.ctx, { ...letter, reference: "AILLEURS", ledToBy: "NULLE-PART" }),
  ).rejects.toMatchObject({ code: "agreements.unknown" });
});

test("whoever follows a partner finds once, over all its agreements, that its attestations end", async () => {
  const organisation = "ALFA";
  await registerOrganisation(place.ctx, {
    ...letter,
    kind: "company",
    reference: organisation,
    name: "Alfa",
  });
  for (const reference of ["ALFA-1", "ALFA-2"]) {
    await draftAgreement(place.ctx, { ...letter, type: "convention", reference, territoryId: world.region });
    await addParty(place.ctx, { agreement: reference, organisation, role: "signatory" });
  }
  const checks = [{ point: "tax" as const, outcome: "in_order" as const, expiresOn: "2026-04-30" }];
  await verifyOrganisation(place.ctx, { organisation, checkedOn: "2026-03-01", checks });
  const found = async (day: string) => {
    const ctx = { ...place.at(`${day}T12:00:00Z`), actor: officer, work };
    const { entries } = await myWork(ctx, { space: "simulated", limit: 200 });
    return entries.filter(({ says }) => says === "alarms.alarm.attestation_ends");
  };
  expect(await found("2026-03-29")).toEqual([]);
  expect(await found("2026-03-31")).toMatchObject([
    {
      ...{ urgency: "waiting", dueOn: "2026-04-30", place: "/partners/ALFA#verification", title: "Alfa" },
      params: {
        agreement: "ALFA-1, ALFA-2",
        owner: expect.stringContaining("Alfa"),
        points: expect.stringContaining("point.tax"),
      },
    },
  ]);
  expect((await found("2026-05-01")).map(({ urgency }) => urgency)).toEqual(["late"]);
  const others = ["ice", "cnss", "references", "no_conflict"] as const;
  const more = others.map((point) => ({ point, outcome: "not_applicable" as const, note: "sans objet" }));
  await verifyOrganisation(place.ctx, { organisation, checkedOn: "2026-03-01", checks: more.slice(0, 3) });
  const [all] = await found("2027-03-02");
  expect(String(all?.params.points)).toMatch(/point\.tax.*point\.cnss.*other_points.*count\\":2/);
});
