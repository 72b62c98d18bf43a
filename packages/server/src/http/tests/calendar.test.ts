// A calendar program that fetches somebody's meetings by her secret address, read by another's parser.
import {
  disableUser,
  enableUser,
  grantRole,
  inviteUser,
  makeInvitationLink,
  revokeRole,
} from "@iltizam/core/identity";
import { dayOf, firstRow, inReading } from "@iltizam/core/kernel";
import { cancelMeeting, concernAgreement, convene, holdEvent, setUpCommittee } from "@iltizam/core/meetings";
import { seedAgreement, seedWorld } from "@iltizam/testkit/agreement";
import ICAL from "ical.js";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Answer, codeOf, type Installation, openInstallation } from "./installation.ts";

let house: Installation;
const agreements: Record<string, string> = {};
const meetings: Record<string, string> = {};
beforeAll(async () => {
  house = await openInstallation();
  const world = await seedWorld(house.ctx);
  const on = dayOf(new Date(), house.ctx.timeZone);
  for (const reference of ["CONV-1", "CONV-2"]) {
    agreements[reference] = await seedAgreement(house.ctx, world, { reference });
    const { committee } = await setUpCommittee(house.ctx, {
      ...{ agreement: reference, kind: "follow_up", name: `Suivi ${reference}`, presidedBy: "wali" },
      ...{ everyMonths: 3, setUpOn: "2026-01-05" },
    });
    const { event } = await convene(house.ctx, {
      ...{ committee, on, time: "10:00", place: "Wilaya", agenda: ["Avancement"], send: false },
    });
    meetings[reference] = event;
  }
});
afterAll(() => house.close());

const password = "la pluie tombe à Larache";
const own = "/api/v1/account/calendar-addresses";
const given = <T>({ status, body, text }: Answer): T => {
  if (status !== 200) throw new Error(`${status} ${text}`);
  return body as T;
};

/** Somebody with an account who has signed in. */
async function member(name: string) {
  const mail = `${name}@exemple.test`;
  const { user } = await inviteUser(house.ctx, { mail, name, send: false });
  const { token } = await makeInvitationLink(house.ctx, { user });
  const browser = house.browser();
  await browser.ask("POST", "/api/v1/passwords", { token, password });
  await browser.ask("POST", "/api/v1/sign-in", { mail, password });
  const make = (space = "simulated") => browser.ask("POST", own, { name: "téléphone", space });
  const path = async (space?: string) => given<{ id: string; path: string }>(await make(space));
  return { user, browser, make, path };
}

/** What a calendar program is given: it has no cookie and names no page. */
const fetched = (path: string) => house.browser().get(path);
async function summaries(path: string): Promise<string[]> {
  const { text, status } = await fetched(path);
  if (status !== 200) throw new Error(`${status} ${text}`);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one).summary);
}

test("an address gives the meetings that its owner may see on that day, of one space, and nothing else of hers", async () => {
  const { user, path } = await member("salma");
  const mine = await path();
  expect(await summaries(mine.path)).toEqual([]);
  const { grant } = await grantRole(house.ctx, { user, role: "R8", agreement: agreements["CONV-1"] });
  const answer = await fetched(mine.path);
  expect(answer.headers).toMatchObject({
    ...{ "content-type": "text/calendar; charset=utf-8", "cache-control": "private, no-store" },
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers["set-cookie"]).toBeUndefined();
  const calendar = new ICAL.Component(ICAL.parse(answer.text));
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Iltizam (région fictive)");
  const [event, ...more] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  expect(more).toEqual([]);
  expect(event).toMatchObject({ summary: "Suivi CONV-1 · CONV-1", location: "Wilaya" });
  expect(event?.component.getFirstPropertyValue("url")).toBe(
    `${house.address}/meetings/${meetings["CONV-1"]}`,
  );
  expect(await summaries((await path("real")).path)).toEqual([]);
  await grantRole(house.ctx, { user, role: "R8", agreement: agreements["CONV-2"] });
  expect(await summaries(mine.path)).toEqual(["Suivi CONV-1 · CONV-1", "Suivi CONV-2 · CONV-2"]);
  const [year = 0, month = 0, day = 0] = dayOf(new Date(), house.ctx.timeZone).split("-").map(Number);
  await holdEvent(house.ctx, {
    ...{ space: "simulated", reference: "FORUM-1", kind: "forum", date: { year, month, day, weekday: null } },
    name: "Forum",
  });
  await concernAgreement(house.ctx, { event: "FORUM-1", agreement: "CONV-2", relation: "discussed_at" });
  expect(await summaries(mine.path)).toContain("Forum");
  expect(await summaries((await path("real")).path)).toEqual([]);
  await revokeRole(house.ctx, { grant });
  expect(await summaries(mine.path)).toEqual(["Suivi CONV-2 · CONV-2", "Forum"]);
  await cancelMeeting(house.ctx, { event: meetings["CONV-2"] ?? "", reason: "pas de quorum" });
  expect((await fetched(mine.path)).text).toContain("STATUS:CANCELLED");
  const asCookie = await house.browser({ authorization: `Bearer ${mine.path.slice(10, -4)}` }).get(own);
  expect(codeOf(asCookie)).toBe("http.key_not_recognised");
});

test("it is listed without its secret, revoked by its owner alone, and then unknown as one that never was", async () => {
  const [owner, other] = [await member("karim"), await member("houda")];
  for (const { user } of [owner, other]) await grantRole(house.ctx, { user, role: "R9" });
  const { id, path } = await owner.path();
  const listed = given<object[]>(await owner.browser.get(own));
  expect(listed).toMatchObject([{ id, name: "téléphone", space: "simulated", lastUsedAt: null }]);
  const secret = path.slice(10, -4);
  expect(JSON.stringify(listed)).not.toContain(secret);
  expect((await fetched(path)).status).toBe(200);
  expect(given<{ lastUsedAt: string }[]>(await owner.browser.get(own))[0]?.lastUsedAt).toMatch(/^20/);
  expect(given(await other.browser.get(own))).toEqual([]);
  const revoke = (by: typeof owner) => by.browser.ask("POST", `${own}/${id}/revocation`, {});
  expect(codeOf(await revoke(other))).toBe("meetings.address_unknown");
  expect((await fetched(path)).status).toBe(200);
  expect((await revoke(owner)).status).toBe(200);
  const [gone, never] = [await fetched(path), await fetched(`/calendar/${"a".repeat(43)}.ics`)];
  expect([gone.status, codeOf(gone)]).toEqual([404, "meetings.calendar_unknown"]);
  expect([never.status, codeOf(never)]).toEqual([404, "meetings.calendar_unknown"]);
  expect(given(await owner.browser.get(own))).toEqual([]);
  const kept = await inReading(house.ctx, (tx) =>
    firstRow(
      tx,
      sql<{ text: string }>`
        select (select string_agg(a::text, '') from calendar_addresses a) ||
               (select string_agg(j::text, '') from journal j) as text`,
    ),
  );
  expect(kept?.text).toContain("calendarAddressRevoked");
  expect(kept?.text).not.toContain(secret);
  expect(house.log()).not.toContain(secret);
});

test("a closed account has no calendar until it is opened again", async () => {
  const { user, path } = await member("omar");
  await grantRole(house.ctx, { user, role: "R9" });
  const mine = await path();
  await disableUser(house.ctx, { user });
  expect((await fetched(mine.path)).status).toBe(404);
  await enableUser(house.ctx, { user });
  expect((await fetched(mine.path)).status).toBe(200);
});

test("ten addresses are enough, one is asked twenty times in ten minutes, and guesses end", async () => {
  const { user, make, path } = await member("nora");
  await grantRole(house.ctx, { user, role: "R9" });
  const mine = await path();
  for (let more = 2; more <= 10; more += 1) expect((await make()).status).toBe(200);
  expect(codeOf(await make())).toBe("meetings.too_many_addresses");
  for (let asked = 1; asked <= 20; asked += 1) expect((await fetched(mine.path)).status).toBe(200);
  expect(codeOf(await fetched(mine.path))).toBe("http.too_often");
  const guess = async (nth: number) =>
    (await fetched(`/calendar/${String(nth).padStart(43, "x")}.ics`)).status;
  const answers: number[] = [];
  for (let nth = 0; nth < 21; nth += 1) answers.push(await guess(nth));
  expect([answers[0], answers.at(-1)]).toEqual([404, 429]);
});
