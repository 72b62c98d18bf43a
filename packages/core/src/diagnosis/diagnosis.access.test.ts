import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { beginDiagnosis } from "./begin.ts";
import { diagnosesOfAgreement, listDiagnoses } from "./list-diagnoses.ts";
import { diagnosisInFull } from "./read-diagnosis.ts";
import { routes } from "./routes.ts";
import { attendance, type Led, leadTo, openRegion } from "./tests/led.ts";

let led: Led;
let diagnosis: string;
beforeAll(async () => {
  led = await openRegion();
  diagnosis = await leadTo(led.place.ctx, led.world.region, "answering");
});
afterAll(() => led.place.close());

const as = (...grants: Actor["grants"]): Context => ({
  ...led.place.ctx,
  actor: { id: "00000000-0000-7000-8000-0000000000ff", kind: "user", label: "Salma", grants },
});
const read = ["diagnosis.read"];
const head = { space: "simulated" as const, title: "Diagnostic", method: "ateliers" };

test("a diagnosis is read where it lies, by who takes part, and with the agreement that it serves", async () => {
  const listed = async (c: Context) =>
    (await listDiagnoses(c, { space: "simulated" })).diagnoses.map(({ reference }) => reference);
  const { region, province, council } = led.world;
  for (const grant of [{ territory: region }, { organisation: council }]) {
    const here = as({ permissions: read, ...grant });
    expect(await listed(here)).toEqual([diagnosis]);
    await expect(diagnosisInFull(here, { diagnosis })).resolves.toMatchObject({ reference: diagnosis });
  }
  const there = as({ permissions: read, territory: province });
  expect(await listed(there)).toEqual([]);
  await expect(diagnosisInFull(there, { diagnosis })).rejects.toMatchObject({ code: "diagnosis.unknown" });
  await expect(listDiagnoses(as(), { space: "simulated" })).rejects.toMatchObject({ status: 403 });
  await expect(diagnosesOfAgreement(as(), { agreement: "MEMO-1" })).rejects.toMatchObject({ status: 403 });
});

const one = { reason: "pour le test" };
/** What each act is given beside the diagnosis. */
const inputs: Readonly<Record<string, object>> = {
  "diagnosis.begin": { ...head, territoryId: "00000000-0000-4000-8000-000000000000" },
  "diagnosis.revise": { ...head, revision: 1 },
  "diagnosis.go_on": { step: "listen" },
  "diagnosis.go_back": one,
  "diagnosis.end": {},
  "diagnosis.abandon": one,
  "diagnosis.bring_in": { organisation: "AGENCE", role: "expert" },
  "diagnosis.leave_out": { organisation: "AGENCE", ...one },
  "diagnosis.plan_workshop": { kind: "workshop", title: "Atelier", on: "2026-01-20" },
  "diagnosis.hold_workshop": { workshop: 1, on: "2026-01-20", attendance: [...attendance] },
  "diagnosis.drop_workshop": { workshop: 1, ...one },
  "diagnosis.record_finding": { words: "rien", topic: "divers", group: "jeunes" },
  "diagnosis.remove_finding": { finding: 1, ...one },
  "diagnosis.merge_findings": { findings: [1] },
  "diagnosis.separate_findings": { merged: 1, ...one },
  "diagnosis.set_ranking": { kind: "votes", words: "une voix" },
  "diagnosis.mark": { workshop: 1, marks: [{ merged: 1, mark: 1 }] },
  "diagnosis.propose_action": { words: "agir", answers: [1] },
  "diagnosis.retain_action": { action: 1, commitment: "MEMO-1/1" },
  "diagnosis.reject_action": { action: 1, answer: "une réponse pour tous" },
  "diagnosis.reconsider_action": { action: 1, ...one },
};
const acts = routes.flatMap((route) => ("act" in route ? [route.act] : []));

test.each(acts)("$actName is refused to somebody who may only read", async (act) => {
  const given = { diagnosis, ...inputs[act.actName] };
  await expect(act(as({ permissions: read }), given)).rejects.toMatchObject({
    ...{ code: "kernel.not_allowed", params: { permission: act.permission } },
  });
});

test("only rights to diagnoses change one, and one who leads does so where her grant reaches", async () => {
  const reader = as({ permissions: read });
  expect(acts.map(({ permission }) => permission).filter((one) => !one.startsWith("diagnosis."))).toEqual([]);
  await expect(beginDiagnosis(reader, { ...head, territoryId: led.world.region })).rejects.toMatchObject({
    code: "kernel.not_allowed",
  });
  const leads = as({ permissions: [...read, "diagnosis.edit"], territory: led.world.province });
  await expect(beginDiagnosis(leads, { ...head, territoryId: led.world.region })).rejects.toMatchObject({
    status: 403,
  });
  await expect(beginDiagnosis(leads, { ...head, territoryId: led.world.province })).resolves.toMatchObject({
    reference: "DTP-901-1",
  });
});
