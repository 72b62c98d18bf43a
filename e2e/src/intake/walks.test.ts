// What a reviewer does at the screen: by keyboard alone, by mouse, with somebody else, and when there is nothing.
import { existsSync, readFileSync } from "node:fs";
import { withClient } from "@iltizam/testkit/database";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../axe.ts";
import { leave } from "../reader.ts";
import { chromiumPath, openSite, type Site } from "../site.ts";
import { saved } from "./replay-decisions.ts";
import { selectWords } from "./select-words.ts";

let told = 0;
/** A note as yet another paper brings it: the same words, and a line of its own. */
const note = (name: string) => {
  const text = readFileSync(
    new URL(`../../../packages/reference/data/notes/${name}.txt`, import.meta.url),
    "utf8",
  );
  told += 1;
  return `${text}\n— ${told} —\n`;
};

/** The announcement of text 004, as another paper might tell it. */
const again = `فاس - وقعت، يوم الجمعة بفاس، اتفاقيتان للشراكة من أجل إنعاش التشغيل بجهة فاس مكناس، بكلفة إجمالية قدرها 406,80 مليون درهم. وتهم الاتفاقية الأولى، بمبلغ 374,80 مليون درهم، إدماج 20815 باحثا عن شغل وتحسين قابلية تشغيل 5460 شابا، بشراكة مع الوكالة الوطنية لإنعاش التشغيل والكفاءات ووكالة التنمية الاجتماعية.`;
const another = `Oujda — Une convention de partenariat pour l'emploi a été signée, mardi à Oujda, entre le conseil de la région de l'Oriental et l'Agence nationale de promotion de l'emploi et des compétences (ANAPEC). Elle vise l'insertion de 1.350 chercheurs d'emploi et l'accompagnement de 410 porteurs de projets.`;
const nothing = "Les fruits de saison sont nombreux sur les étals, et les prix restent stables.";

describe.skipIf(!existsSync(chromiumPath))("the review of a text", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const reader = async (lang: "fr" | "ar" | "en", width?: number) => {
    const { page } = await site.window({ lang, ...(width && { width }) });
    return { page, close: () => leave(page) };
  };

  const paste = async (page: Page, text: string) => {
    await page.goto("/intake");
    await page.locator("textarea[name=text]").fill(text);
    await page.locator(".open-form button[type=submit]").click();
    await page.locator(".bench").waitFor();
  };

  const count = (table: string) =>
    withClient(site.databaseUrl, async (client) => {
      const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      return rows[0]?.count ?? 0;
    });

  test("by keyboard alone: a text is pasted, each value decided, and recorded", async () => {
    const { page, close } = await reader("fr");
    await page.goto("/intake");
    await page.locator("textarea[name=text]").waitFor();
    const tabTo = async (selector: string) => {
      for (let turn = 0; turn < 400; turn += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`no way by Tab to ${selector}`);
    };
    await tabTo("textarea[name=text]");
    await page.keyboard.insertText(another);
    await tabTo(".open-form button[type=submit]");
    await page.keyboard.press("Enter");
    await page.locator(".bench").waitFor();
    for (let turn = 0; turn < 120 && (await page.locator("[data-nothing-blocks]").count()) === 0; turn += 1) {
      await page.keyboard.press("o");
      await page.keyboard.press("g");
      await page.keyboard.press("a");
      await saved(page);
    }
    await page.keyboard.press("u");
    await page.locator("[data-blocked]").waitFor();
    await page.keyboard.press("o");
    await page.keyboard.press("a");
    await page.locator("[data-nothing-blocks]").waitFor();
    await saved(page);
    await tabTo("[data-record]");
    await page.keyboard.press("Enter");
    await page.locator("[data-recorded] a").first().waitFor();
    await close();
  });

  test("a passage leads to its value and back; what is accepted as given is never what is inferred", async () => {
    const { page, close } = await reader("fr");
    await paste(page, note("004"));
    const date = page.locator('[data-path="event.date"]');
    await page.locator(".intake-text mark", { hasText: /^Vendredi$/ }).click();
    await page.locator(".item[aria-current]").waitFor();
    await date.locator(".item-name").click();
    await expect.poll(() => page.locator(".intake-text mark[data-selected]").textContent()).toBe("Vendredi");
    const inferred = page.locator(".item[data-inferred]");
    const before = await inferred.count();
    expect(before).toBeGreaterThan(0);
    const given = page.locator("[data-accept-given]");
    while ((await given.count()) > 0) {
      await given.first().click();
      await saved(page);
    }
    await expect.poll(() => page.locator(".item[data-inferred][data-standing=open]").count()).toBe(before);
    await expect.poll(() => page.locator("[data-record]").isDisabled()).toBe(true);
    await page.locator(".obstacles summary").click();
    const first = page.locator("[data-go-to]").first();
    const path = await first.getAttribute("data-go-to");
    await first.click();
    await expect.poll(() => page.locator("[aria-current][data-path]").getAttribute("data-path")).toBe(path);
    await close();
  });

  test("words selected in the text are added as a topic with their passage; undo takes it out again", async () => {
    const { page, close } = await reader("fr");
    await paste(page, note("003"));
    const words = "promotion de l'investissement";
    await selectWords(page, words);
    await page.locator(".add-bar q", { hasText: words }).waitFor();
    await page.locator("[data-add=anything]").selectOption("review/topics");
    const form = page.locator("form.thing-form");
    await form.locator("[data-part=kind] select").selectOption("topic");
    await form.getByRole("button", { name: "Prendre les mots sélectionnés" }).click();
    await expect.poll(() => form.locator(".form-passage textarea").inputValue()).toBe(words);
    await form.locator("button[type=submit]").click();
    const added = page.locator('[data-path^="review/topics.+"]');
    await added.waitFor();
    await page.reload();
    await added.waitFor();
    await added.locator("[data-act=refuse]").click();
    await added.waitFor({ state: "detached" });
    await page.locator("[data-undo]").click();
    await added.waitFor();
    await close();
  });

  test("a change that cannot be read is said at its field; words that are not in the text too", async () => {
    const { page, close } = await reader("fr");
    await paste(page, note("004"));
    const path = "instruments.1.targets.0.value";
    await page.locator(`[data-path="${path}"] [data-act=change]`).click();
    const form = page.locator("form.thing-form");
    await form.locator("[data-entry] input").fill("vingt mille");
    await form.locator("button[type=submit]").click();
    await form.locator(".form-fault", { hasText: "Un nombre, comme" }).waitFor();
    await form.locator("[data-entry] input").fill("21.000");
    await form.locator(".form-passage textarea").fill("21.000 chercheurs");
    await form.locator(".form-fault", { hasText: "pas dans le texte" }).waitFor();
    await form.locator(".form-passage textarea").fill("20.815 chercheurs d'emploi");
    await form.locator("button[type=submit]").click();
    await form.locator("[role=alert]").waitFor();
    await form.locator("[data-how]").selectOption("inferred");
    await form.locator("[data-why]").fill("arrondi par le relecteur");
    await form.locator("button[type=submit]").click();
    await form.waitFor({ state: "detached" });
    await page.locator(`[data-path="${path}"][data-standing=changed]`, { hasText: "21" }).waitFor();
    await close();
  });

  test("two people on one text: the other's decision is shown, and mine is laid over it", async () => {
    const [one, two] = [await reader("en"), await reader("en")];
    await paste(one.page, note("002"));
    await two.page.goto(one.page.url());
    // the second reader has the text before the first decides
    await two.page.locator('[data-path="event.date"]').waitFor();
    const accept = (page: Page, path: string) =>
      page.locator(`[data-path="${path}"] [data-act=accept]`).click();
    await accept(one.page, "event.kind");
    await saved(one.page);
    await accept(two.page, "event.date");
    const banner = two.page.locator(".meanwhile");
    await banner.getByText("Changed by someone else meanwhile").waitFor();
    await expect.poll(() => banner.locator("li").count()).toBe(2);
    await banner.getByRole("button", { name: "Keep my steps on top of theirs" }).click();
    await saved(two.page);
    for (const path of ["event.kind", "event.date"]) {
      await two.page.locator(`[data-path="${path}"][data-standing=accepted]`).waitFor();
    }
    await one.close();
    await two.close();
  });

  test("nothing to record is a clean answer, and can be taken back", async () => {
    const { page, close } = await reader("ar");
    await paste(page, nothing);
    await page.getByText("لم تجد القراءة ما تقترحه").waitFor();
    await page.locator("[data-nothing]").click();
    await page.locator("[data-nothing-sure]").click();
    await page.locator(".set-aside").waitFor();
    await page.goto("/intake?state=nothing");
    await page.locator("tbody a").first().click();
    await page.locator("[data-reopen]").click();
    await page.locator("[data-nothing]").waitFor();
    await close();
  });

  test("an event that is recorded is recognised in the other language; its figures count once", async () => {
    const before = [await count("events"), await count("commitments"), await count("agreements")];
    const { page, close } = await reader("fr");
    await paste(page, again);
    await expect.poll(() => page.locator(".intake-text").getAttribute("dir")).toBe("rtl");
    const same = page.locator('[data-same-event="FES-MEKNES-SIGNATURE"]');
    await same.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await same.click();
    await saved(page);
    await page.locator(".joined-figure").first().waitFor();
    for (let turn = 0; turn < 200 && (await page.locator("[data-nothing-blocks]").count()) === 0; turn += 1) {
      for (const key of "oga") await page.keyboard.press(key);
      await saved(page);
    }
    await page.locator("[data-record]").click();
    await page.locator("[data-recorded]").waitFor();
    expect([await count("events"), await count("commitments"), await count("agreements")]).toEqual(before);
    await close();
  });

  test.each(["fr", "ar"] as const)(
    "axe finds nothing, with a form open too; no width spills, in %s",
    async (lang) => {
      const { page, close } = await reader(lang);
      await paste(page, note("004"));
      expect(await axeViolations(page)).toEqual([]);
      await page.locator('[data-path="event.date"] [data-act=change]').click();
      await page.locator("[data-add=anything]").scrollIntoViewIfNeeded();
      expect(await axeViolations(page)).toEqual([]);
      await page.locator("[data-add=anything]").selectOption("review/stated");
      expect(await axeViolations(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      const spill = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(spill).toBeLessThanOrEqual(0);
      for (const pane of [0, 1, 2]) {
        await page.locator(".pane-switch button").nth(pane).click();
        await expect.poll(spill).toBeLessThanOrEqual(0);
      }
      await page.emulateMedia({ media: "print" });
      await expect.poll(() => page.locator(".acts").first().isVisible()).toBe(false);
      await expect.poll(() => page.locator(".intake-text").isVisible()).toBe(true);
      await close();
    },
  );

  test("a file that is no text is refused with a sentence", async () => {
    const { page, close } = await reader("fr");
    await page.goto("/intake");
    const file = page.locator("input[type=file]");
    await file.setInputFiles({
      name: "tableau.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("x"),
    });
    await page.getByText("Ce fichier ne peut pas être lu").waitFor();
    await file.setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("no pdf") });
    await page.locator(".open-form [role=alert]", { hasText: "a.pdf" }).waitFor();
    await close();
  });
});
