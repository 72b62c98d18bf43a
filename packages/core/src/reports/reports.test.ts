import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLink } from "../identity/index.ts";
import type { Actor, Context } from "../kernel/index.ts";
import { addFocalPoint } from "../organisations/index.ts";
import { askReport, makeReportLink, waiveReport } from "./ask.ts";
import { judgeReport } from "./judge.ts";
import { periodsOf } from "./model.ts";
import { openReportFile } from "./open-file.ts";
import { linkPermissions } from "./permissions.ts";
import { ownReports, readOwnReport, readReport, reportsOfAgreement } from "./read-reports.ts";
import { remindPartners } from "./remind-partners.ts";
import { scheduleReports } from "./schedule.ts";
import { submitReport } from "./submit.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-reports-"));
let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(folder);
  await world.settle("update commitments set owed_by = $1 where id = $2", [
    world.id("ORG-1"),
    world.id("AGR-1/1"),
  ]);
  await world.settle(
    `insert into agreement_parties (id, agreement_id, space, organisation_id, role, name_at_signature)
     values (gen_random_uuid(), $1, 'simulated', $2, 'partner', 'x')`,
    [world.id("AGR-1"), world.id("ORG-1")],
  );
  await addFocalPoint(world.ctx, { organisation: "ORG-1", function: "RH", mail: "rh@exemple.test" });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const schedule = (more: object = {}) =>
  scheduleReports(world.ctx, {
    ...{ agreement: "AGR-1", organisation: "ORG-1", kind: "activity", everyMonths: 3, from: "2026-01-01" },
    ...{ until: "2026-12-31", ...more },
  });
const listed = async () => (await reportsOfAgreement(world.ctx, { agreement: "AGR-1" })).reports;
const as = (permissions: readonly string[], where: object = {}): Context => {
  const actor: Actor = {
    ...{ id: "00000000-0000-7000-8000-0000000000aa", kind: "user", label: "Salma" },
    grants: [{ permissions, ...where }],
  };
  return { ...world.ctx, actor };
};
const partner = () => as(["reports.read_own", "reports.submit"], { organisation: world.id("ORG-1") });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

test("a schedule has a report for each period, due so many days after its end", () => {
  const quarterly = { from: "2026-01-01", until: "2026-05-31", everyMonths: 3, daysAfter: 30 };
  expect(periodsOf(quarterly)).toEqual([
    { from: "2026-01-01", to: "2026-03-31", dueOn: "2026-04-30" },
    { from: "2026-04-01", to: "2026-05-31", dueOn: "2026-06-30" },
  ]);
  expect(periodsOf({ ...quarterly, everyMonths: null })).toEqual([
    { from: "2026-01-01", to: "2026-05-31", dueOn: "2026-06-30" },
  ]);
  const monthly = { from: "2026-01-31", until: "2026-04-29", everyMonths: 1, daysAfter: 0 };
  expect(periodsOf(monthly).map(({ from, to }) => `${from} ${to}`)).toEqual([
    "2026-01-31 2026-02-27",
    "2026-02-28 2026-03-30",
    "2026-03-31 2026-04-29",
  ]);
  expect(periodsOf({ ...quarterly, until: "2025-12-31" })).toEqual([]);
});

test("only a party is scheduled, with an end, and not without bound", async () => {
  expect(await codeOf(schedule({ organisation: "ORG-2" }))).toBe("reports.not_a_party");
  expect(await codeOf(schedule({ from: "2027-01-01" }))).toBe("reports.period_backwards");
  expect(await codeOf(schedule({ everyMonths: 1, until: "2046-01-01" }))).toBe("reports.too_many");
});

/** Whoever opened the link of a report. */
async function holderOf(report: string): Promise<Context> {
  const { token } = await makeReportLink(world.ctx, { report });
  const { link: id } = await openLink(world.ctx, { token, from: { address: "127.0.0.1", device: "?" } });
  const grants = [{ permissions: linkPermissions.report ?? [], organisation: world.id("ORG-1") }];
  return { ...world.ctx, actor: { id, kind: "link", label: "RH", grants } };
}
const file = { name: "liste.csv", base64: Buffer.from("mois;nombre\n2026-01;40\n").toString("base64") };
const first = async () => (await listed())[0]?.id ?? "";

test("a report is asked by mail and given by its link, whole and once", async () => {
  expect((await schedule()).reports).toBe(4);
  const report = await first();
  expect((await listed())[0]).toMatchObject({ state: "due", dueOn: "2026-04-30", kind: "activity" });
  await askReport(world.ctx, { report });
  expect(await makeReportLink(world.ctx, { report })).toMatchObject({
    ...{ mail: "rh@exemple.test", reasons: [], period: { from: "2026-01-01", to: "2026-03-31" } },
  });
  const holder = await holderOf(report);
  expect(await readOwnReport(holder, {})).toMatchObject({
    state: "asked",
    promised: [{ commitment: "AGR-1/1" }],
  });
  const numbers = [{ commitment: "AGR-1/1", quantity: 40 }];
  expect(await codeOf(submitReport(holder, { numbers }))).toBe("reports.part_missing");
  expect(await codeOf(submitReport(holder, { account: "Deux sessions.", numbers: [] }))).toBe(
    "reports.part_missing",
  );
  const both = await Promise.all(
    [1, 2].map(() => codeOf(submitReport(holder, { account: "Deux sessions.", numbers, file }))),
  );
  expect(both.sort()).toEqual(["done", "reports.not_open"]);
  expect(await codeOf(makeReportLink(world.ctx, { report }))).toBe("reports.not_open");
});

test("it is sent back item by item with a reason, and only what was sent back is given again", async () => {
  const report = await first();
  const { items, state } = await readReport(world.ctx, { report });
  expect([state, items.map(({ part }) => part)]).toEqual(["received", ["account", "file", "number"]]);
  const item = (part: string) => items.find((one) => one.part === part)?.id ?? "";
  expect(await openReportFile(world.ctx, { report, item: item("file") })).toEqual(file);
  const silent = [{ item: item("number"), verdict: "sent_back" as const }];
  expect(await codeOf(judgeReport(world.ctx, { report, verdicts: silent }))).toBe("reports.reason_missing");
  const judged = await judgeReport(world.ctx, {
    report,
    verdicts: [
      { item: item("account"), verdict: "accepted" },
      { item: item("file"), verdict: "accepted" },
      { item: item("number"), verdict: "sent_back", reason: "deux noms figurent deux fois" },
    ],
  });
  expect(judged.state).toBe("sent_back");
  expect((await makeReportLink(world.ctx, { report })).reasons).toEqual(["deux noms figurent deux fois"]);
  const again = [{ commitment: "AGR-1/1", quantity: 38 }];
  expect(await codeOf(submitReport(partner(), { report, account: "autre", numbers: again }))).toBe(
    "reports.not_sent_back",
  );
  await submitReport(partner(), { report, numbers: again });
});

test("what is accepted in the end is the declaration of the period, and the one before is kept", async () => {
  const report = await first();
  const { items } = await readReport(world.ctx, { report });
  expect(items.map(({ part, round, verdict }) => `${part} ${round} ${verdict}`)).toEqual([
    "account 1 accepted",
    "file 1 accepted",
    "number 2 null",
  ]);
  const number = items.find(({ part }) => part === "number")?.id ?? "";
  const verdicts = [{ item: number, verdict: "accepted" as const }];
  expect(await judgeReport(world.ctx, { report, verdicts })).toMatchObject({ state: "accepted" });
  const declared = await sql<{ quantity: number; current: boolean }>`
    select quantity, replaced_at is null as current from declarations where commitment_id = ${world.id("AGR-1/1")}
    order by version`.execute(world.ctx.db);
  expect(declared.rows).toEqual([
    { quantity: 40, current: false },
    { quantity: 38, current: true },
  ]);
});

test("a partner sees and gives its own reports, another organisation none of them", async () => {
  const [, second] = await listed();
  const report = second?.id ?? "";
  expect((await ownReports(partner(), {})).reports).toHaveLength(4);
  const other = as(["reports.read_own", "reports.submit"], { organisation: world.id("ORG-2") });
  expect((await ownReports(other, {})).reports).toEqual([]);
  expect(await codeOf(readOwnReport(other, { report }))).toBe("reports.unknown");
  expect(await codeOf(submitReport(other, { report, account: "bilan", numbers: [] }))).toBe(
    "reports.unknown",
  );
  const foreign = [{ commitment: "AGR-1/2", quantity: 1 }];
  expect(await codeOf(submitReport(partner(), { report, account: "bilan", numbers: foreign }))).toBe(
    "reports.not_theirs",
  );
});

/** Money of the agreement in a currency. */
const pledgeIn = (currency: string) =>
  world.settle(
    `insert into contributions (id, space, agreement_id, number, role, currency, basis, recorded_at)
     values (gen_random_uuid(), 'simulated', $1, 1, 'total', $2, 'announced', now())`,
    [world.id("AGR-1"), currency],
  );

test("a financial report tells what was spent in the agreement's currency, with its file, and no number", async () => {
  await schedule({ kind: "financial", everyMonths: null });
  const report = (await listed()).find(({ kind }) => kind === "financial")?.id ?? "";
  const spent = { amount: "1250.5", currency: "TND" };
  expect((await readOwnReport(partner(), { report })).currencies).toEqual(["MAD"]);
  await pledgeIn("TND");
  expect((await readOwnReport(partner(), { report })).currencies).toEqual(["TND"]);
  expect(await codeOf(submitReport(partner(), { report, spent }))).toBe("reports.part_missing");
  const file = {
    name: "depenses.csv",
    base64: Buffer.from("poste;montant\nsalle;1250,50\n").toString("base64"),
  };
  const inDirhams = { ...spent, currency: "MAD" };
  expect(await codeOf(submitReport(partner(), { report, spent: inDirhams, file }))).toBe(
    "reports.currency_unknown",
  );
  await submitReport(partner(), { report, spent, file });
  expect((await readReport(world.ctx, { report })).items).toMatchObject([
    { part: "file" },
    { part: "spent", spent: { amount: "1250.500", currency: "TND" } },
  ]);
});

test("what is due soon is asked for by itself, once of two servers, and a late one again after a week", async () => {
  const asked = async (day: string) => {
    const ctx = { ...world.ctx, clock: { now: () => new Date(`${day}T09:00:00Z`) } };
    const counts = await Promise.all([remindPartners(ctx), remindPartners(ctx)]);
    return counts.reduce((sum, count) => sum + count, 0);
  };
  // the report April to June is due on 30 July
  expect(await asked("2026-07-14")).toBe(0);
  expect(await asked("2026-07-15")).toBe(1);
  expect((await listed())[1]).toMatchObject({ state: "asked" });
  expect([await asked("2026-07-30"), await asked("2026-07-31"), await asked("2026-08-01")]).toEqual([
    0, 1, 0,
  ]);
  expect([await asked("2026-08-06"), await asked("2026-08-08")]).toEqual([0, 1]);
});

test("who stands in the file for the partner does not judge, and what nobody waits for is waived", async () => {
  const [, second, third] = await listed();
  const judging = as(["reports.judge"]);
  const judge: Context = {
    ...judging,
    actor: {
      ...judging.actor,
      grants: [
        { permissions: ["reports.judge"] },
        { role: "R5", permissions: [], organisation: world.id("ORG-1") },
      ],
    },
  };
  const given = { report: second?.id ?? "", reason: "programme réduit" };
  expect(await codeOf(waiveReport(judge, given))).toBe("kernel.both_sides");
  expect(await codeOf(waiveReport(as(["reports.judge"]), { ...given, following: true }))).toBe("done");
  expect((await listed()).filter(({ state }) => state === "waived").map(({ id }) => id)).toContain(third?.id);
  expect(await codeOf(askReport(world.ctx, { report: given.report }))).toBe("reports.not_open");
});

test("a schedule goes to a focal point of the organisation itself, or to none", async () => {
  const other = { focalPoint: "00000000-0000-4000-8000-000000000000" };
  expect(await codeOf(schedule(other))).toBe("reports.focal_point_unknown");
});

test("what cannot be is refused before it is written: less than nothing spent, one promise or item twice", async () => {
  await schedule({ kind: "final", everyMonths: null, from: "2027-01-01", until: "2027-12-31" });
  const report = (await listed()).find(({ kind }) => kind === "final")?.id ?? "";
  const whole = { report, account: "Bilan final.", file };
  const told = { commitment: "AGR-1/1", quantity: 3 };
  expect(await codeOf(submitReport(partner(), { ...whole, numbers: [told, told] }))).toBe(
    "kernel.input_invalid",
  );
  const spent = { amount: "-5.00", currency: "MAD" };
  expect(await codeOf(submitReport(partner(), { ...whole, numbers: [told], spent }))).toBe(
    "kernel.input_invalid",
  );
  // two verdicts on one item would leave to chance which one stands
  const item = "00000000-0000-4000-8000-000000000000";
  const verdicts = [
    { item, verdict: "accepted" as const },
    { item, verdict: "sent_back" as const, reason: "illisible" },
  ];
  expect(await codeOf(judgeReport(world.ctx, { report, verdicts }))).toBe("kernel.input_invalid");
});

test("nobody is asked for a report of an agreement that has ended", async () => {
  await schedule({ kind: "financial", from: "2026-10-01" });
  await world.settle("update agreements set state = 'terminated' where id = $1", [world.id("AGR-1")]);
  const late = { ...world.ctx, clock: { now: () => new Date("2027-03-01T09:00:00Z") } };
  expect(await remindPartners(late)).toBe(0);
  await world.settle("update agreements set state = 'in_force' where id = $1", [world.id("AGR-1")]);
  expect(await remindPartners(late)).toBeGreaterThan(0);
});
