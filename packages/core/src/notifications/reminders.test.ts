import { seedAgreement, seedWorld, type TestPlace, testPlace, write } from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Context, openDatabase, type Role } from "../kernel/index.ts";
import { convene, holdMeeting, setUpCommittee } from "../meetings/index.ts";
import {
  isQuiet,
  listReminderTerms,
  planReminders,
  sendDigests,
  setReminderTerm,
  setSettings,
  toldAs,
} from "./index.ts";
import type { Digest } from "./send-digests.ts";

let place: TestPlace;
let committee: string;
const users = { R1: "00000000-0000-7000-8000-0000000000a1", R4: "00000000-0000-7000-8000-0000000000a4" };
const permissions = { "alarms.read": ["R1", "R4"], "agreements.read": ["R1", "R4"] } as const;
beforeAll(async () => {
  place = await testPlace();
  await seedAgreement(place.ctx, await seedWorld(place.ctx), { reference: "CONV-1" });
  for (const [role, id] of Object.entries(users))
    await write(
      place.ctx,
      sql`insert into users (id, mail, mail_folded, name, language, state, recorded_at)
          values (${id}, ${`${role}@exemple.test`}, ${`${role.toLowerCase()}@exemple.test`}, ${role},
                  ${role === "R4" ? "ar" : "fr"}, 'active', '2026-01-01')`,
      sql`insert into role_grants (id, user_id, role, granted_by, granted_at)
          values (gen_random_uuid(), ${id}, ${role}, 'test', '2026-01-01')`,
    );
  ({ committee } = await setUpCommittee(place.ctx, {
    ...{ agreement: "CONV-1", kind: "follow_up", name: "Suivi", presidedBy: "wali", everyMonths: 3 },
    setUpOn: "2026-03-02",
  }));
});
afterAll(() => place.close());

const got: Digest[] = [];
beforeEach(() => void got.splice(0));
const at = (instant: string): Context => ({ ...place.at(instant), permissions });
const send = (ctx: Context) => sendDigests(ctx, async (digest) => void got.push(digest));

test("an officer is told at once, a director after two weeks, and nobody of what is not hers", () => {
  const told = (role: Role, days: number) => toldAs([role], days);
  expect([
    told("R1", 1),
    told("R8", 1),
    told("R4", 13),
    told("R4", 14),
    told("R9", 20),
    told("R2", 99),
  ]).toEqual([...["at_once", "at_once", undefined, "escalated", "escalated", undefined]]);
});

test("quiet hours are the night, and the weekend unless she wants it", () => {
  const wish = { hour: 9, weekends: false };
  const quiet = (hour: number, weekday: number, more = {}) =>
    isQuiet({ ...wish, ...more }, { hour, weekday });
  expect([quiet(8, 2), quiet(9, 2), quiet(19, 2), quiet(20, 2)]).toEqual([true, false, false, true]);
  expect([quiet(10, 6), quiet(10, 0), quiet(10, 6, { weekends: true })]).toEqual([true, true, false]);
});

test("what was planned at night is asked again in the morning, and what was settled is not sent", async () => {
  // 3 June 2026 is a Wednesday; the committee was to meet by 2 June
  expect(await planReminders(at("2026-06-03T22:10:00Z"))).toBe(1);
  expect(await planReminders(at("2026-06-03T22:20:00Z"))).toBe(0);
  expect(await send(at("2026-06-03T22:20:00Z"))).toBe(0);
  const morning = at("2026-06-04T09:30:00Z");
  const { event } = await convene(morning, { committee, on: "2026-06-04", time: "10:00", send: false });
  await holdMeeting(morning, { event, on: "2026-06-04" });
  expect(await send(morning)).toBe(0);
  expect(got).toEqual([]);
  const { rows } = await sql`select outcome from reminders`.execute(place.ctx.db);
  expect(rows).toEqual([{ outcome: "dropped" }]);
});

test("a digest goes out once though two servers send, in the receiver's language, and the same alarm waits a week", async () => {
  const monday = at("2026-09-07T09:00:00Z");
  expect(await planReminders(monday)).toBe(1);
  const other = openDatabase(place.url, { max: 2 });
  const servers = [monday, { ...monday, db: other.db }];
  const slow = async (digest: Digest) => {
    got.push(digest);
    await new Promise((done) => setTimeout(done, 100));
  };
  const sent = await Promise.all(servers.map((server) => sendDigests(server, slow)));
  await other.close();
  expect(sent.toSorted()).toEqual([0, 1]);
  expect(got).toMatchObject([
    {
      mail: "R1@exemple.test",
      language: "fr",
      alarms: [{ kind: "committee_not_held", agreement: "CONV-1" }],
    },
  ]);
  expect(await planReminders(at("2026-09-08T09:00:00Z"))).toBe(0);
  expect(await send(at("2026-09-08T09:00:00Z"))).toBe(0);
});

test("what nobody acted upon for two weeks goes to the director too, marked so, and a failed mail is tried again", async () => {
  const later = at("2026-09-21T09:00:00Z");
  expect(await planReminders(later)).toBe(2);
  await expect(
    sendDigests(later, async ({ mail }) => {
      if (mail.startsWith("R4")) throw new Error("no such box");
    }),
  ).rejects.toThrow("no such box");
  expect(await send(later)).toBe(1);
  expect(got).toMatchObject([{ mail: "R4@exemple.test", language: "ar", alarms: [{ escalated: true }] }]);
});

test("who does not want reminders gets none", async () => {
  const own = { ...at("2026-10-12T09:00:00Z") };
  const salma = { ...own, actor: { ...own.actor, id: users.R1 } };
  await setSettings(salma, { wanted: false, hour: 8, weekends: false });
  await planReminders(own);
  expect(await send(own)).toBe(1);
  expect(got.map(({ mail }) => mail)).toEqual(["R4@exemple.test"]);
});

test("both terms are settings: they hold from their day on, and say on which text they rest", async () => {
  const source = "circulaire 3/2026";
  const set = (term: "again" | "escalated", days: number) =>
    setReminderTerm(at("2026-11-01T09:00:00Z"), { term, days, from: "2026-11-10", source });
  await set("again", 3);
  await set("escalated", 200);
  const planned = async (day: string) => {
    const found = await planReminders(at(`${day}T09:00:00Z`));
    await send(at(`${day}T09:00:00Z`));
    return found;
  };
  expect(await planned("2026-11-02")).toBe(1);
  // nine days later: by the new terms the director is not told of what is 161 days late
  expect([await planned("2026-11-05"), await planned("2026-11-10")]).toEqual([0, 0]);
  await setSettings(
    { ...at("2026-11-10T09:00:00Z"), actor: { ...place.ctx.actor, id: users.R1 } },
    { wanted: true, hour: 8, weekends: false },
  );
  expect([await planned("2026-11-11"), await planned("2026-11-13"), await planned("2026-11-16")]).toEqual([
    1, 0, 1,
  ]);
  expect(got.at(-1)).toMatchObject({ escalatedAfter: 200, alarms: [{ escalated: false }] });
  expect(await listReminderTerms(place.ctx, {})).toMatchObject([
    ...[
      { term: "again", days: 7, source: null },
      { term: "again", days: 3, from: "2026-11-10", source },
    ],
    ...[
      { term: "escalated", days: 14 },
      { term: "escalated", days: 200 },
    ],
  ]);
  await expect(
    setReminderTerm(place.ctx, { term: "again", days: 2, from: "2026-11-10", source }),
  ).rejects.toMatchObject({ code: "kernel.term_too_early" });
});
