import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { askReport, makeReportLink, waiveReport } from "./ask.ts";
import { judgeReport } from "./judge.ts";
import { openReportFile } from "./open-file.ts";
import { permissions } from "./permissions.ts";
import { ownReports, readOwnReport, readReport, reportsOfAgreement } from "./read-reports.ts";
import { routes } from "./routes.ts";
import { scheduleReports } from "./schedule.ts";
import { submitReport } from "./submit.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const report = "00000000-0000-4000-8000-000000000000";
const due = { everyMonths: 3, from: "2026-01-01", until: "2026-12-31" };
type Row = readonly [name: string, permission: string, call: (c: Context) => Promise<unknown>];
const calls: readonly Row[] = [
  [
    "scheduleReports",
    "reports.ask",
    (c) => scheduleReports(c, { agreement: "X-1", organisation: "X-2", kind: "activity", ...due }),
  ],
  ["reportsOfAgreement", "reports.read", (c) => reportsOfAgreement(c, { agreement: "X-1" })],
  ["readReport", "reports.read", (c) => readReport(c, { report })],
  ["askReport", "reports.ask", (c) => askReport(c, { report })],
  ["makeReportLink", "reports.ask", (c) => makeReportLink(c, { report })],
  [
    "judgeReport",
    "reports.judge",
    (c) => judgeReport(c, { report, verdicts: [{ item: report, verdict: "accepted" }] }),
  ],
  ["waiveReport", "reports.judge", (c) => waiveReport(c, { report, reason: "programme réduit" })],
  ["openReportFile", "reports.open_file", (c) => openReportFile(c, { report, item: report })],
  ["ownReports", "reports.read_own", (c) => ownReports(c, {})],
  ["readOwnReport", "reports.read_own", (c) => readOwnReport(c, { report })],
  ["submitReport", "reports.submit", (c) => submitReport(c, { report, account: "bilan" })],
];

const as = (names: readonly string[]): Context => {
  const actor = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user" as const, label: "Salma" };
  return { ...place.ctx, actor: { ...actor, grants: [{ permissions: names }] } };
};
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

test.each(calls)("%s asks for %s, and every other right is not enough", async (_name, permission, call) => {
  const others = Object.keys(permissions).filter((one) => one !== permission);
  expect(await codeOf(call(as(others)))).toBe("kernel.not_allowed");
  expect(await codeOf(call(as([permission])))).toMatch(/^(done|(reports|agreements)\.unknown)$/);
});

test("each route has a line in the table above", () => {
  const asked = calls.map(([, permission]) => permission).sort();
  expect(routes.map((route) => ("act" in route ? route.act : route.query).permission).sort()).toEqual(asked);
});
