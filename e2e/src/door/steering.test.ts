// An agreement is steered and reported on: a committee is set up, convened, held and comes back to what it decided (US-27);
// a partner reports by a link, is sent a part back with a reason, and is accepted (US-20, US-24).
import { existsSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../axe.ts";
import { dayFromToday as day } from "../day-from-today.ts";
import { leave } from "../reader.ts";
import { visit } from "../settled.ts";
import { chromiumPath } from "../site.ts";
import { focalPoint, openOffice } from "./open-office.ts";
import { wordsOf } from "./words-of.ts";

const langs = ["fr", "ar"] as const;
type Lang = (typeof langs)[number];
const agreement = "/agreements/AO-ATELIERS";
const typed = {
  fr: { committee: "Comité de suivi des ateliers", decision: "Remettre la liste des postes", held: "DRH" },
  ar: { committee: "لجنة تتبع الأوراش", decision: "تسليم لائحة المناصب", held: "مدير الموارد البشرية" },
};
const why = { fr: "deux personnes figurent deux fois", ar: "شخصان مكرران" };

describe.skipIf(!existsSync(chromiumPath))("an agreement", () => {
  let office: Awaited<ReturnType<typeof openOffice>>;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  let mails = 0;
  /** The next mail to the partner. */
  const nextMail = () => {
    mails += 1;
    return office.mailTo(focalPoint, mails);
  };
  const newPage = async (lang: Lang, width = 1440) => {
    const { page } = await office.window({ lang, width });
    return page;
  };
  /** Opens what a line makes, and gives its form. */
  const unfold = async (place: Page | Locator, words: string) => {
    const made = place.locator(`details.make:has(> summary:text-is("${words}"))`).last();
    await made.locator("summary").first().click();
    return made;
  };
  const send = (form: Locator) => form.locator("button[type=submit]").click();

  async function convene(page: Page, lang: Lang, on: string) {
    const say = wordsOf("committees", lang);
    const committee = page.locator(".committee", { hasText: typed[lang].committee });
    const form = await unfold(committee, say("meeting.convene"));
    await form.getByLabel(say("meeting.on"), { exact: true }).fill(on);
    await form.getByLabel(say("meeting.place"), { exact: true }).fill("Atlas-Océan");
    await form.getByLabel(say("meeting.agenda"), { exact: true }).fill("Point 1\nPoint 2");
    await send(form);
    await page.waitForURL(/\/meetings\//);
    return { reference: new URL(page.url()).pathname.replace("/meetings/", ""), mail: await nextMail() };
  }

  test.each(langs)("is steered by a committee, which finds again what it decided, in %s", async (lang) => {
    const say = wordsOf("committees", lang);
    const { committee, decision, held } = typed[lang];
    const page = await newPage(lang);
    await page.goto(agreement);
    const setUp = await unfold(page.locator("#committees"), say("committee.setUp"));
    await setUp.getByLabel(say("committee.name"), { exact: true }).fill(committee);
    await setUp.getByLabel(say("committee.setUpOn")).fill(day(-60));
    await setUp.getByLabel(say("committee.seat")).selectOption("chair");
    await setUp.getByLabel(say("committee.function")).fill(held);
    await send(setUp);

    const first = await convene(page, lang, day(0));
    expect(first.mail.subject).toContain(committee);
    expect(first.mail.calendar?.method).toBe("REQUEST");
    expect(first.mail.calendar?.text).toContain(`/meetings/${first.reference}`);
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: wordsOf("events", lang)("events.toCalendar") }).click();
    expect((await saving).suggestedFilename()).toBe(`${first.reference}.ics`);

    await send(await unfold(page, say("meeting.hold")));
    const deciding = await unfold(page, say("decision.record"));
    await deciding.getByLabel(say("decision.words")).fill(decision);
    await deciding.getByLabel(say("decision.owner")).selectOption("ATELIERS-AO");
    await deciding.getByLabel(say("decision.by")).fill(day(10));
    await send(deciding);
    await page.locator("li", { hasText: decision }).waitFor();
    const writing = await unfold(page, say("meeting.write"));
    await writing.getByLabel(say("meeting.minutes"), { exact: true }).fill(`${committee} : ${decision}.`);
    await send(writing);
    await page.getByRole("button", { name: say("meeting.publish") }).click();
    await page.getByText(say("meeting.state.published")).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await page.goto("/?space=simulated");
    await page.locator(".work-entry a", { hasText: decision }).first().click();
    await page.waitForURL(new RegExp(`/meetings/${first.reference}`));

    await page.goto(agreement);
    const next = await convene(page, lang, day(30));
    expect(next.mail.text).toContain(decision);
    await page.getByRole("heading", { name: say("meeting.carried") }).waitFor();
    await page.locator(".open-decisions li", { hasText: decision }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await leave(page);
  });

  const pdf = { name: "registre.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%a\n") };

  test.each(langs)(
    "is reported on by its partner, in part again, until it is accepted, in %s",
    async (lang) => {
      const say = wordsOf("reports", lang);
      const number = wordsOf("partner", lang)("partner.number");
      const desk = await newPage(lang);
      await desk.goto(agreement);
      const schedule = await unfold(desk.locator("#reports"), say("report.schedule"));
      await schedule.getByLabel(say("report.months")).fill("");
      await schedule.getByLabel(say("report.from"), { exact: true }).fill(day(lang === "fr" ? -90 : -45));
      await schedule.getByLabel(say("report.until"), { exact: true }).fill(day(lang === "fr" ? -46 : -1));
      await send(schedule);
      const row = desk.locator("#reports .row-list > li").last();
      await row.getByText(say("report.state.due")).waitFor();
      await row.getByRole("button", { name: say("report.ask") }).click();
      await desk.getByText(say("report.asked")).waitFor();

      const phone = await newPage(lang, 360);
      await visit(phone, (await nextMail()).link);
      await phone.getByLabel(say("report.part.account")).fill("Deux sessions.");
      await phone.getByLabel(number).fill("23");
      await phone.getByLabel(say("report.fileMay")).setInputFiles(pdf);
      expect(await axeViolations(phone)).toEqual([]);
      await phone.getByRole("button", { name: say("report.submit") }).click();
      await phone.getByText(say("report.own.received")).waitFor();

      await desk.goto(agreement);
      await row.getByRole("button", { name: say("report.examine") }).click();
      for (const part of ["account", "file"])
        await row
          .getByRole("group", { name: say(`report.part.${part}`) })
          .getByLabel(say("report.say.accepted"))
          .check();
      const told = row.getByRole("group", { name: say("report.part.number") });
      await told.getByLabel(say("report.say.sent_back"), { exact: true }).check();
      await told.getByLabel(say("report.reason")).fill(why[lang]);
      expect(await axeViolations(desk)).toEqual([]);
      await row.getByRole("button", { name: say("report.judge") }).click();
      await row.getByText(say("report.state.sent_back")).first().waitFor();

      const back = await nextMail();
      expect(back.text).toContain(why[lang]);
      await phone.goto("about:blank");
      await visit(phone, back.link);
      await phone.getByText(say("report.own.sent_back")).waitFor();
      await phone.getByText(why[lang]).waitFor();
      await expect.poll(() => phone.getByLabel(say("report.part.account")).count()).toBe(0);
      await phone.getByLabel(number).fill("21");
      await phone.getByRole("button", { name: say("report.submit") }).click();
      await phone.getByText(say("report.own.received")).waitFor();

      await desk.goto("/?space=simulated");
      await desk.locator('.work-entry a[href*="AO-ATELIERS"][href$="#reports"]').first().click();
      await row.getByRole("button", { name: say("report.examine") }).click();
      await row.getByLabel(say("report.say.accepted")).check();
      await row.getByRole("button", { name: say("report.judge") }).click();
      await row.getByText(say("report.state.accepted")).first().waitFor();
      await phone.goto("about:blank");
      await visit(phone, back.link);
      await phone.getByText(say("report.own.accepted")).waitFor();
      await Promise.all([desk, phone].map(leave));
    },
  );
});
