// What everybody reads of a call before its result, and what nobody outside gets of it from the database.
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, inReading, rows } from "../kernel/index.ts";
import { enterApplication } from "./apply.ts";
import { closeCall } from "./close-call.ts";
import { extendCall } from "./extend-call.ts";
import { cancelCall, openCall } from "./open-call.ts";
import { publicPermissions } from "./permissions.ts";
import { prepareCall } from "./prepare-call.ts";
import { listNotices, readNotice } from "./read-notices.ts";
import { type CallWorld, codeOf, makeCallWorld, terms } from "./tests/call-world.ts";

const visitor: Actor = {
  ...{ id: "00000000-0000-7000-8000-000000000003", kind: "visitor", label: "visitor" },
  grants: [{ permissions: publicPermissions, own: true }],
};
const contact = "Guichet des appels, 12 rue du Port";
const [open, later, draft, ended] = ["AAP-OPEN", "AAP-LATER", "AAP-DRAFT", "AAP-ENDED"];
let world: CallWorld;
beforeAll(async () => {
  world = await makeCallWorld();
  const prepare = (reference: string, changed: object = {}) =>
    prepareCall(world.at("2026-01-10", world.officer), {
      ...{ agreement: "PROG-1", launchedBy: "ORG-1", territoryId: world.world.id("90"), reference },
      terms: { ...terms, contact, ...changed },
    });
  await prepare(open);
  await prepare(later, { opensOn: "2026-03-01", closesOn: "2026-03-31", titleAr: null });
  await prepare(draft);
  await prepare(ended);
  for (const call of [open, later, ended]) await openCall(director("2026-01-10"), { call });
  await extendCall(director("2026-01-11"), { call: open, closesOn: "2026-03-05", reason: "pluies" });
  await cancelCall(director("2026-01-12"), { call: ended, reason: "budget" });
  const given = { organisation: "ELAN", receivedOn: "2026-02-10", words: { title: "Atelier" } };
  await enterApplication(world.at("2026-02-10", world.officer), { call: open, ...given });
});
afterAll(() => world.close());

const director = (day: string) => world.at(day, world.director);
const anybody = (day: string) => world.at(day, visitor);
const listed = async (day: string) =>
  (await listNotices(anybody(day), {})).notices.map((one) => `${one.reference} ${one.reception}`);

test("what was opened is listed with whether it takes files that day; a draft and a cancelled one are not", async () => {
  expect(await listed("2026-01-20")).toEqual([`${open} coming`, `${later} coming`]);
  expect(await listed("2026-03-05")).toEqual([`${open} taking`, `${later} taking`]);
  expect(await listed("2026-03-06")).toEqual([`${open} over`, `${later} taking`]);
});

test("it says who calls, for whom, how much, until when, what is asked, where to ask and how it is judged", async () => {
  expect(await readNotice(anybody("2026-02-10"), { call: open })).toMatchObject({
    ...{ title: { fr: terms.title, ar: terms.titleAr }, kinds: terms.kinds, contact },
    ...{ envelope: "250000.00", ceiling: "150000.00", ownSharePercent: 10, passMark: 50 },
    ...{ opensOn: "2026-02-01", closesOn: "2026-03-05", timeZone: "Africa/Casablanca" },
    criteria: [
      { number: 1, label: "Pertinence", weight: 60, scale: 20, atLeast: null },
      { number: 2, label: "Capacité", weight: 40, atLeast: 8 },
    ],
    documents: [
      { number: 1, label: "Statuts", required: true },
      { number: 2, label: "Bilan", required: false },
    ],
    ...{ provinces: [], space: "simulated" },
  });
  expect(await codeOf(readNotice(anybody("2026-02-10"), { call: draft }))).toBe("calls.notice_unknown");
  expect(await readNotice(anybody("2026-02-10"), { call: ended })).toMatchObject({ reception: "cancelled" });
});

test("the database gives a visitor the terms that hold, and nothing of drafts, of what was or of who applied", async () => {
  const seen = (from: string) =>
    inReading(anybody("2026-02-10"), async (tx) => {
      const found = await rows(tx, sql<{ at: string }>`select ${sql.raw(from)}`);
      return found.map(({ at }) => at);
    });
  expect((await seen("reference as at from calls")).sort()).toEqual([ended, later, open].sort());
  expect(
    await seen("distinct reason as at from call_terms where version = 1 and reason is not null"),
  ).toEqual([]);
  const versions =
    "c.reference || t.version as at from call_terms t join calls c on c.id = t.call_id order by 1";
  expect(await seen(versions)).toEqual([`${ended}1`, `${later}1`, `${open}2`]);
  expect(
    await seen(
      "distinct version as at from call_criteria where call_id = (select id from calls where reference = 'AAP-OPEN')",
    ),
  ).toEqual([2]);
  for (const table of ["call_states", "call_applications", "call_verdicts", "call_marks", "call_invitations"])
    expect([table, await seen(`1 as at from ${table}`)]).toEqual([table, []]);
});

test("a reception that was closed waits for its result", async () => {
  await closeCall(world.at("2026-03-10", world.officer), { call: open });
  expect(await readNotice(anybody("2026-03-10"), { call: open })).toMatchObject({ reception: "over" });
});
