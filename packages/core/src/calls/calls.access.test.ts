import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import * as door from "./index.ts";
import { permissions } from "./permissions.ts";
import { routes } from "./routes.ts";
import { file, terms } from "./tests/call-world.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const nobody = "00000000-0000-4000-8000-000000000000";
const call = { call: "AAP-1" };
const application = { application: nobody };
const one = { ...call, organisation: "ORG-1", words: {} };
const reason = "pour le test";
type Row = readonly [name: keyof typeof door, permission: keyof typeof permissions, input: object];
const calls: readonly Row[] = [
  ["listCalls", "calls.read", { space: "simulated" }],
  ["prepareCall", "calls.prepare", { agreement: "PROG-1", launchedBy: "ORG-1", terms }],
  ["readCall", "calls.read", call],
  ["reviseCall", "calls.prepare", { ...call, version: 1, terms, reason }],
  ["openCall", "calls.open", call],
  ["extendCall", "calls.open", { ...call, closesOn: "2026-03-01", reason }],
  ["closeCall", "calls.prepare", call],
  ["cancelCall", "calls.open", { ...call, reason }],
  ["ownRights", "calls.read", call],
  ["listInvitations", "calls.read", call],
  ["inviteApplicant", "calls.prepare", { ...call, organisation: "ORG-1" }],
  ["makeInvitationLink", "calls.prepare", { invitation: nobody }],
  ["readOwnInvitation", "calls.apply", {}],
  ["listApplications", "calls.read", call],
  ["enterApplication", "calls.receive", { ...one, receivedOn: "2026-02-01" }],
  ["possibleAssessors", "calls.prepare", call],
  ["listAssessors", "calls.read", call],
  ["nameAssessor", "calls.prepare", { ...call, user: nobody }],
  ["releaseAssessor", "calls.prepare", { ...call, user: nobody }],
  ["readScoring", "calls.score", call],
  ["stateInterests", "calls.score", call],
  ["handIn", "calls.score", call],
  ["closeScoring", "calls.prepare", call],
  ["readRanking", "calls.read", call],
  ["decideCall", "calls.decide", { ...call, decidedOn: "2026-03-01", verdicts: [] }],
  ["publishResult", "calls.open", call],
  ["readApplication", "calls.read", application],
  ["submitApplication", "calls.receive", application],
  ["giveFile", "calls.receive", { ...application, file: file(1, "statuts") }],
  ["openApplicationFile", "calls.open_file", { ...application, number: 1 }],
  ["screenApplication", "calls.prepare", { ...application, admitted: true }],
  ["score", "calls.score", { ...application, marks: [{ criterion: 1, mark: 1, reason }] }],
  ["makeAgreement", "calls.prepare", application],
  ["listNotices", "call_notices.read", {}],
  ["readNotice", "call_notices.read", call],
  ["listResults", "call_results.read", {}],
  ["readResult", "call_results.read", call],
  ["listOpenCalls", "calls.read_open", { space: "simulated" }],
  ["readOpenCall", "calls.read_open", call],
  ["saveOwnApplication", "calls.apply", one],
  ["listOwnApplications", "calls.apply", { space: "simulated" }],
  ["readOwnApplication", "calls.apply", application],
  ["submitOwnApplication", "calls.apply", application],
  ["giveOwnFile", "calls.apply", { ...application, file: file(1, "statuts") }],
  ["withdrawApplication", "calls.apply", { ...application, reason }],
];

const as = (names: readonly string[]): Context => {
  const actor = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user" as const, label: "Salma" };
  return { ...place.ctx, actor: { ...actor, grants: [{ permissions: names }] } };
};
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

const acts: Readonly<Record<string, unknown>> = { ...door };

test.each(calls)("%s asks for %s, and every other right is not enough", async (name, permission, input) => {
  const act = acts[name] as (ctx: Context, given: object) => Promise<unknown>;
  const others = Object.keys(permissions).filter((other) => other !== permission);
  expect(await codeOf(act(as(others), input))).toBe("kernel.not_allowed");
  expect(await codeOf(act(as([permission]), input))).toMatch(
    /^(done|(calls|agreements)\.(unknown|application_unknown|invitation_unknown|not_invited|result_unknown|notice_unknown))$/,
  );
});

test("each route has a line in the table above", () => {
  const asked = calls.map(([, permission]) => permission).sort();
  expect(routes.map((route) => ("act" in route ? route.act : route.query).permission).sort()).toEqual(asked);
});
