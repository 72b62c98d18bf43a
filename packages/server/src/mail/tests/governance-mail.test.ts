// What a committee's member and a partner receive, over a real SMTP server, read by a calendar program's parser.

import { addParty, amend } from "@iltizam/core/agreements";
import { cancelMeeting, convene, moveMeeting, setUpCommittee } from "@iltizam/core/meetings";
import { addFocalPoint } from "@iltizam/core/organisations";
import {
  askReport,
  judgeReport,
  readReport,
  reportsOfAgreement,
  scheduleReports,
  submitReport,
} from "@iltizam/core/reports";
import { seedAgreement, seedWorld, type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mailerOf, sendWaitingMails } from "../index.ts";
import { openMailServer } from "./mail-server.ts";

const origin = "https://iltizam.test";
let post: Awaited<ReturnType<typeof openMailServer>>;
let mailer: ReturnType<typeof mailerOf>;
let place: TestPlace;
let committee: string;
beforeAll(async () => {
  post = await openMailServer();
  mailer = mailerOf({ url: post.url, from: "Iltizam <iltizam@exemple.test>" });
  place = await testPlace();
  const { ctx } = place;
  await seedAgreement(ctx, await seedWorld(ctx), { reference: "CONV-1" });
  await addFocalPoint(ctx, { organisation: "CONSEIL", function: "Emploi", mail: "emploi@conseil.test" });
  ({ committee } = await setUpCommittee(ctx, {
    ...{
      agreement: "CONV-1",
      kind: "steering",
      name: "Comité de pilotage",
      presidedBy: "wali",
      everyMonths: 6,
    },
    setUpOn: "2026-01-01",
    members: [
      { organisation: "CONSEIL", role: "chair", function: "Président" },
      { organisation: "AGENCE", role: "secretary", function: "Directrice" },
    ],
  }));
});
afterAll(async () => {
  mailer.close();
  await place.close();
  await post.close();
});
beforeEach(() => void post.kept.splice(0));

const eventOf = (calendar: string) => {
  const read = new ICAL.Component(ICAL.parse(calendar));
  return {
    method: read.getFirstPropertyValue("method"),
    event: new ICAL.Event(read.getFirstSubcomponent("vevent") ?? undefined),
  };
};

test("a member is convened with an entry for her calendar, and a later mail replaces it", async () => {
  const { ctx } = place;
  const given = { committee, on: "2026-06-15", time: "10:00", place: "Wilaya", agenda: ["Bilan", "Suites"] };
  const { event } = await convene(ctx, { ...given, language: "ar" });
  expect(await sendWaitingMails(ctx, mailer, origin)).toBe(1);
  const [mail] = post.kept;
  expect(mail).toMatchObject({ to: "emploi@conseil.test", subject: expect.stringContaining("دعوة") });
  expect(mail?.text).toContain("1. Bilan\n2. Suites");
  expect(mail?.text).toContain(`${origin}/meetings/${event}`);
  const first = eventOf(mail?.calendar ?? "");
  expect(first.method).toBe("REQUEST");
  expect(first.event.organizer).toBe("mailto:iltizam@exemple.test");
  expect(first.event.startDate.toJSDate()).toEqual(new Date("2026-06-15T09:00:00Z"));

  await moveMeeting(ctx, { event, on: "2026-06-22", time: "11:00", place: null, reason: "salle prise" });
  await cancelMeeting(ctx, { event, reason: "quorum" });
  expect(await sendWaitingMails(ctx, mailer, origin)).toBe(1);
  const last = eventOf(post.kept.at(-1)?.calendar ?? "");
  expect([last.method, last.event.uid, last.event.sequence]).toEqual(["CANCEL", first.event.uid, 2]);
});

test("a partner is asked for its report, and told what was sent back and why", async () => {
  const { ctx } = place;
  await amend(ctx, {
    agreement: "CONV-1",
    type: "party",
    effectiveOn: "2026-02-01",
    clause: "1",
    reason: "partie omise",
  });
  await addParty(ctx, { agreement: "CONV-1", organisation: "CONSEIL", role: "partner", amendment: 1 });
  await scheduleReports(ctx, {
    ...{ agreement: "CONV-1", organisation: "CONSEIL", kind: "activity", everyMonths: null, language: "fr" },
    ...{ from: "2026-01-01", until: "2026-03-31" },
  });
  const { reports } = await reportsOfAgreement(ctx, { agreement: "CONV-1" });
  const report = reports[0]?.id ?? "";
  await askReport(ctx, { report });
  expect(await sendWaitingMails(ctx, mailer, origin)).toBe(1);
  expect(post.kept[0]).toMatchObject({
    to: "emploi@conseil.test",
    subject: "Votre rapport d’activité : CONV-1",
  });
  expect(post.kept[0]?.text).toMatch(/https:\/\/iltizam\.test\/open#[\w-]{43}\s/);
  await submitReport(ctx, { report, account: "Trois ateliers." });
  const { items } = await readReport(ctx, { report });
  const reason = "dire où et quand";
  await judgeReport(ctx, {
    report,
    verdicts: items.map(({ id }) => ({ item: id, verdict: "sent_back", reason })),
  });
  expect(await sendWaitingMails(ctx, mailer, origin)).toBe(1);
  expect(post.kept.at(-1)?.subject).toBe("À compléter : rapport d’activité, CONV-1");
  expect(post.kept.at(-1)?.text).toContain(`- ${reason}`);
  await askReport(ctx, { report });
  await submitReport(ctx, { report, account: "Trois ateliers à Tizi en mars." });
  expect(await sendWaitingMails(ctx, mailer, origin)).toBe(0);
});
