import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor, Context } from "../kernel/index.ts";
import { beginDiagnosis } from "./begin.ts";
import { diagnosesOfAgreement, listDiagnoses } from "./list-diagnoses.ts";
import { diagnosisInFull } from "./read-diagnosis.ts";
import { routes } from "./routes.ts";
import { type Led, leadTo, openRegion } from "./tests/led.ts";

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

test("who may only read changes nothing, and one who leads does so where her grant reaches", async () => {
  const reader = as({ permissions: read });
  const acts = routes.flatMap((route) => ("act" in route ? [route.act] : []));
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
