import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLink } from "../identity/index.ts";
import { type Context, inReading, rows } from "../kernel/index.ts";
import { addFocalPoint, sayName } from "../organisations/index.ts";
import { enterApplication, saveOwnApplication } from "./apply.ts";
import { giveOwnFile, submitOwnApplication } from "./give-in.ts";
import { inviteApplicant, makeInvitationLink } from "./invite.ts";
import { openCall } from "./open-call.ts";
import { linkPermissions } from "./permissions.ts";
import { prepareCall } from "./prepare-call.ts";
import { listOwnApplications, readOwnApplication } from "./read-applications.ts";
import { listOpenCalls, readOpenCall } from "./read-calls.ts";
import { listInvitations, readOwnInvitation } from "./read-invitations.ts";
import { type CallWorld, codeOf, file, makeCallWorld, terms, words } from "./tests/call-world.ts";

const call = "AAP-2026-1";
const second = "AAP-2026-2";
let world: CallWorld;
beforeAll(async () => {
  world = await makeCallWorld();
  for (const _ of [call, second]) {
    const territoryId = world.world.id("90");
    await prepareCall(officer(), { agreement: "PROG-1", launchedBy: "ORG-1", territoryId, terms });
  }
  for (const one of [call, second]) await openCall(world.at("2026-01-10", world.director), { call: one });
});
afterAll(() => world.close());

const officer = (day = "2026-01-10") => world.at(day, world.officer);
const invite = (organisation: string, more: object = {}) =>
  inviteApplicant(officer(), { call, organisation, send: false, ...more });

/** Whoever opened the link of an invitation, on a day. */
async function guestOf(organisation: string): Promise<(day: string) => Context> {
  const { invitation } = await invite(organisation);
  const { token } = await makeInvitationLink(officer(), { invitation });
  const from = { address: "127.0.0.1", device: "?" };
  const { link: id } = await openLink(world.at("2026-01-11"), { token, from });
  const grants = [
    { permissions: linkPermissions.call_invitation ?? [], organisation: world.ids[organisation] ?? "" },
  ];
  return (day) => world.at(day, { id, kind: "link", label: organisation, grants });
}

test("an organisation is invited by mail where it has one, else its link is handed over", async () => {
  expect(await codeOf(invite("ELAN", { send: true }))).toBe("calls.no_mail");
  await addFocalPoint(world.system, {
    organisation: "ELAN",
    function: "Présidence",
    mail: "elan@exemple.test",
  });
  const { invitation } = await invite("ELAN", { send: true, language: "ar" });
  expect(await makeInvitationLink(world.system, { invitation })).toMatchObject({
    ...{ mail: "elan@exemple.test", language: "ar", call, organisation: "ELAN", closesOn: "2026-02-28" },
  });
  expect((await invite("ELAN", { send: true })).invitation).toBe(invitation);
  await enterApplication(officer("2026-02-10"), {
    call,
    organisation: "RIF",
    receivedOn: "2026-02-10",
    words: {},
  });
  expect(await codeOf(invite("RIF"))).toBe("calls.not_yours");
  const late = inviteApplicant(officer("2026-03-01"), { call, organisation: "ATLAS", send: false });
  expect(await codeOf(late)).toBe("calls.closed_on");
});

test("a guest answers that call with its documents, gets a receipt, and is refused after the last day", async () => {
  await sayName(world.system, { organisation: "ATLAS", language: "ar", name: "جمعية أطلس", reviewed: true });
  const guest = await guestOf("ATLAS");
  expect(await readOwnInvitation(guest("2026-01-15"), {})).toMatchObject({
    call,
    organisation: { name: "ATLAS", nameAr: "جمعية أطلس", nameEn: null },
  });
  const given = { call, organisation: "ATLAS", words: words("90000.00", "10000.00", world.world.id("90.1")) };
  expect(await codeOf(saveOwnApplication(guest("2026-01-15"), given))).toBe("calls.not_open_yet");
  const { application } = await saveOwnApplication(guest("2026-02-10"), given);
  await giveOwnFile(guest("2026-02-10"), { application, file: file(1, "statuts de l’association") });
  const receipt = await submitOwnApplication(guest("2026-02-10"), { application });
  expect(receipt).toMatchObject({ receipt: `${call}/1`, missing: [] });
  expect((await listInvitations(officer(), { call })).invitations).toMatchObject([
    { organisation: { name: "ATLAS" }, byMail: false, application: "submitted" },
    { organisation: { name: "ELAN" }, byMail: true, application: null },
  ]);
  expect(await codeOf(saveOwnApplication(guest("2026-03-01"), given))).toBe("calls.closed_on");
  expect(await readOwnApplication(guest("2026-03-01"), { application })).toMatchObject({
    receipt: `${call}/1`,
  });
});

test("a link opens its own call and nothing of another call, organisation or table", async () => {
  const atlas = (await guestOf("ATLAS"))("2026-02-12");
  const elan = (await guestOf("ELAN"))("2026-02-12");
  const other = { call: second, organisation: "ATLAS", words: {} };
  expect(await codeOf(saveOwnApplication(atlas, other))).toBe("calls.not_invited");
  expect(await codeOf(readOpenCall(atlas, { call: second }))).toBe("calls.not_invited");
  expect(await codeOf(saveOwnApplication(atlas, { ...other, call, organisation: "ELAN" }))).toBe(
    "kernel.not_allowed",
  );
  expect(
    (await listOpenCalls(atlas, { space: "simulated" })).calls.map(({ reference }) => reference),
  ).toEqual([call]);
  const { applications, organisations } = await listOwnApplications(atlas, { space: "simulated" });
  expect([applications.length, organisations.map(({ name }) => name)]).toEqual([1, ["ATLAS"]]);
  const mine = { application: applications[0]?.id ?? "" };
  expect(await codeOf(readOwnApplication(elan, mine))).toBe("calls.application_unknown");
  expect(await codeOf(readOwnInvitation(world.at("2026-02-12", world.partner("ELAN")), {}))).toBe(
    "calls.not_invited",
  );
  const seen = (ctx: Context) =>
    inReading(ctx, (tx) =>
      rows(
        tx,
        sql<{ found: number[] }>`
          select array[(select count(*) from call_applications), (select count(*) from call_invitations),
                       (select count(*) from call_application_files), (select count(*) from call_assessors),
                       (select count(*) from agreements), (select count(*) from focal_points)]::int[] as found`,
      ),
    );
  expect(await seen(atlas)).toEqual([{ found: [1, 1, 1, 0, 0, 0] }]);
  expect(await seen(elan)).toEqual([{ found: [0, 1, 0, 0, 0, 0] }]);
});

test("a new link ends the one before", async () => {
  const { invitation } = await invite("ELAN");
  const [first, next] = [
    await makeInvitationLink(officer(), { invitation }),
    await makeInvitationLink(officer(), { invitation }),
  ];
  const open = (token: string, day: string) =>
    codeOf(openLink(world.at(day), { token, from: { address: "127.0.0.1", device: "?" } }));
  expect(await open(first.token, "2026-01-12")).toBe("identity.link_over");
  // it still shows the answer long after the last day, and then is over
  expect(await open(next.token, "2026-06-29")).toBe("identity.link_over");
  expect(await open(next.token, "2026-06-25")).toBe("done");
});
