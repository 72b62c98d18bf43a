// The manner of a form, once: errors beside the field, a draft that survives a reload, what somebody else saved meanwhile
// beside what was written here, the way back, and a reason for what is taken away.
import { existsSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "./axe.ts";
import { leave } from "./reader.ts";
import { settled } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

const words = {
  fr: {
    ...{ title: "Comment s’intitule-t-il ?", english: "Le titre en anglais", purpose: "À quoi sert-il ?" },
    ...{
      needed: "Ce champ est nécessaire.",
      restored: "votre brouillon est repris",
      undo: "Annuler ce changement",
    },
    ...{ meanwhile: "Quelqu’un d’autre a enregistré", theirs: "ce que l’autre personne a enregistré" },
    ...{ goOn: "Continuer avec ces choix", fixed: "Le texte signé", addParty: "Ajouter une partie" },
  },
  ar: {
    ...{ title: "ما عنوانه؟", english: "العنوان بالإنجليزية", purpose: "ما الغاية منه؟" },
    ...{ needed: "هذا الحقل ضروري.", restored: "استرجعنا مسودتكم", undo: "إلغاء هذا التغيير" },
    ...{ meanwhile: "حفظ شخص آخر تغييرات", theirs: "ما حفظه الشخص الآخر" },
    ...{ goOn: "المتابعة بهذه الاختيارات", fixed: "النص الموقع", addParty: "إضافة طرف" },
  },
} as const;

describe.skipIf(!existsSync(chromiumPath))("the manner of a form", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const read = async (reference: string) => {
    const answer = await fetch(`${site.address}/api/v1/agreements/${reference}`);
    return (await answer.json()) as {
      revision: number;
      title: string;
      purpose: string | null;
      titleEn: string;
    };
  };
  const edit = async (reference: string, changes: object) =>
    fetch(`${site.address}/api/v1/agreements/${reference}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ revision: (await read(reference)).revision, changes }),
    });
  const field = (page: Page | Locator, label: string) => page.getByLabel(label, { exact: true });

  test.each(["fr", "ar"] as const)(
    "a lead is opened, left, found again, and edited by two, in %s",
    async (lang) => {
      const say = words[lang];
      const { page } = await site.window({ lang });
      await page.goto(`/agreements/new?space=simulated&lang=${lang}`);
      // an error stands beside its field when it is left, and the form goes to it
      await field(page, say.title).focus();
      await page.keyboard.press("Tab");
      await page.getByText(say.needed).waitFor();
      await page.keyboard.press("Control+s");
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-invalid")))
        .toBe("true");
      // nothing is lost on reload
      await page.keyboard.type("Emploi au port");
      await page.waitForFunction(
        (typed) => Object.values(localStorage).some((kept: unknown) => String(kept).includes(typed)),
        "Emploi au port",
      );
      page.once("dialog", (dialog) => void dialog.accept());
      await page.reload();
      await page.getByText(say.restored).waitFor();
      await expect.poll(() => field(page, say.title).inputValue()).toBe("Emploi au port");
      await page.keyboard.press("Tab");
      await field(page, say.title).focus();
      await page.keyboard.press("Control+Enter");
      await page.waitForURL(/\/agreements\/NAT-\d+-\d+\/edit/);
      // both screens ask what it is for: the second one also has parties
      await page.getByText(say.addParty).first().waitFor();
      const reference = new URL(page.url()).pathname.split("/")[2] ?? "";

      // somebody else saves meanwhile: what only she changed is taken, what both changed is chosen
      await field(page, say.purpose).fill("écrit ici");
      await field(page, say.english).fill("Written here");
      expect((await edit(reference, { purpose: "écrit ailleurs", title: "Emploi au grand port" })).ok).toBe(
        true,
      );
      await page.keyboard.press("Control+s");
      const choice = page.getByRole("alert").filter({ hasText: say.meanwhile });
      await choice.waitFor();
      await expect.poll(() => choice.textContent()).toContain("Emploi au grand port");
      await choice.getByText(say.theirs).click();
      await choice.getByRole("button", { name: say.goOn }).click();
      await expect.poll(() => field(page, say.purpose).inputValue()).toBe("écrit ailleurs");
      await field(page, say.english).focus();
      await page.keyboard.press("Control+s");
      await page.getByRole("button", { name: say.undo }).waitFor();
      expect(await read(reference)).toMatchObject({
        ...{ title: "Emploi au grand port", purpose: "écrit ailleurs", titleEn: "Written here" },
      });
      await page.getByRole("button", { name: say.undo }).click();
      await expect.poll(async () => (await read(reference)).titleEn).toBeNull();
      await leave(page);
    },
  );

  test("a party is added, and taken away with a reason; leaving with something unsaved asks", async () => {
    const { page } = await site.window({ lang: "fr" });
    const opened = await fetch(`${site.address}/api/v1/agreements`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ space: "simulated", reference: "FORME-1", title: "Convention du port" }),
    });
    expect(opened.ok).toBe(true);
    await page.goto("/agreements/FORME-1/edit?lang=fr");
    await page.locator("summary", { hasText: words.fr.addParty }).click();
    const form = page.getByRole("form", { name: words.fr.addParty });
    await form.getByRole("button", { name: words.fr.addParty }).click();
    await expect.poll(() => form.getByText(words.fr.needed).count()).toBe(2);
    await form.getByLabel("Quelle organisation ?").fill("Atlas");
    await form.locator("[data-code=AGENCE-AO]").click();
    await form.getByLabel("Dans quel rôle ?").selectOption("partner");
    await form.getByRole("button", { name: words.fr.addParty }).click();
    const row = page.locator(".part-row", { hasText: "Agence de l’emploi" });
    await row.getByRole("button").click();
    await page.locator("dialog textarea").fill("saisie deux fois");
    await page.locator("dialog button[type=submit]").click();
    await row.waitFor({ state: "detached" });

    // what is written while it is being saved stays written
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route("**/api/v1/agreements/FORME-1", async (route) => {
      if (route.request().method() === "PUT") await held;
      await route.continue();
    });
    await field(page, words.fr.title).fill("Convention du grand port");
    const saving = page.waitForResponse((answer) => answer.request().method() === "PUT");
    await page.keyboard.press("Control+s");
    await field(page, words.fr.title).fill("Autre titre");
    release();
    expect((await saving).ok()).toBe(true);
    await settled(page);
    expect((await read("FORME-1")).title).toBe("Convention du grand port");
    expect(await field(page, words.fr.title).inputValue()).toBe("Autre titre");
    await page.unrouteAll({ behavior: "wait" });

    const asked: string[] = [];
    page.once("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole("link", { name: "Retour à l’accord" }).click();
    await expect.poll(() => asked[0]).toContain("ne sont pas enregistrés");
    expect(page.url()).toContain("/edit");
    await leave(page);
  });

  test("what a signed text fixes is said, and an amendment shows what was before beside what comes after", async () => {
    const { page } = await site.window({ lang: "fr" });
    await page.goto("/agreements/AO-2025-1?lang=fr");
    await page.getByRole("link", { name: "Enregistrer un avenant" }).click();
    await page.getByLabel("Que change l’avenant ?").selectOption("duration");
    await page.getByLabel("Prend fin le").fill("2028-06-30");
    const change = page.getByRole("table", { name: "Ce qui change" });
    await expect.poll(() => change.textContent()).toContain("31 décembre 2027");
    await expect.poll(() => change.textContent()).toContain("30 juin 2028");
    await page.getByLabel("À partir de quel jour ?").fill("2026-03-01");
    await page.getByLabel("Quelle clause le dit ?").fill("article 2");
    await page.getByLabel("Pourquoi ?").fill("retard du chantier");
    await page.keyboard.press("Control+s");
    await page.getByText("L’avenant n° 2 de AO-2025-1 est enregistré.").waitFor();
    await page.goto("/agreements/AO-2025-1?lang=fr");
    // a step that lacks something says so before, and cannot be done
    const step = page.locator(".life-steps > li", { hasText: "un avenant de suspension" });
    await expect.poll(() => step.getByRole("button").isDisabled()).toBe(true);
    await page.locator(".life-steps .verb:not([disabled])").first().click();
    await page.locator(".life-steps form").waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await leave(page);
  });

  test("an indicator of the office's own is added, and defined anew from a later day", async () => {
    const { context } = await site.reader({ lang: "fr" });
    const page = await context.newPage();
    await page.goto("/indicators");
    await page.getByRole("link", { name: "Ajouter un indicateur" }).click();
    const inThree = async (legend: string, texts: readonly string[]) => {
      const group = page.getByRole("group", { name: legend });
      const languages = ["en français", "en arabe", "en anglais"];
      for (const [at, language] of languages.entries()) await field(group, language).fill(texts[at] ?? "");
    };
    await inThree("Comment il s’appelle", ["Tuteurs formés", "مؤطرون مكوّنون", "Mentors trained"]);
    await field(page, "Code").fill("Tuteurs formés");
    await page.keyboard.press("Tab");
    await page.getByText("Ce n’est pas la forme attendue").waitFor();
    await field(page, "Unité").selectOption({ index: 1 });
    await field(page, "Code").fill("mentors_trained");
    await inThree("Ce qu’il compte", ["Formation achevée", "تكوين مكتمل", "Training completed"]);
    await field(page, "À partir de quel jour").fill("2026-01-01");
    await field(page, "Pourquoi").fill("comité de janvier");
    await page.keyboard.press("Control+s");
    await page.getByRole("heading", { name: "Tuteurs formés", level: 1 }).waitFor();

    await page.getByRole("link", { name: "Écrire une nouvelle définition" }).click();
    await field(page, "À partir de quel jour").fill("2026-01-01");
    await field(page, "Pourquoi").fill("comité de mars");
    await page.keyboard.press("Control+s");
    await page.getByRole("alert").getByText("doit valoir à partir d'un jour postérieur").waitFor();
    await field(page, "À partir de quel jour").fill("2026-04-01");
    await page.keyboard.press("Control+s");
    await page.getByText("version 2, à partir du 1er avril 2026").waitFor();
    await page.getByText("Pourquoi : comité de mars").waitFor();
    await context.close();
  });

  test("a day is read as the reader writes it, refused with a sentence, and chosen in a calendar", async () => {
    const { context } = await site.reader({ lang: "ar" });
    const page = await context.newPage();
    await page.goto("/agreements/new?space=simulated&lang=ar");
    const day = page.locator("input.day-text").first();
    await day.fill("٣١/٠٢/٢٠٢٦");
    await page.keyboard.press("Control+s");
    await page.getByText("لا يوجد يوم 31 في فبراير 2026").waitFor();
    await expect.poll(() => day.evaluate((it) => it === document.activeElement)).toBe(true);
    await day.fill("١٥/٠٣/٢٠٢٦");
    await day.blur();
    await expect.poll(() => day.inputValue()).toBe("15/03/2026");
    await day.press("Alt+ArrowDown");
    const calendar = page.locator(".calendar");
    await calendar.getByRole("button", { name: "الأحد، 15 مارس 2026", exact: true, pressed: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await calendar.waitFor({ state: "detached" });
    await expect.poll(() => day.inputValue()).toBe("14/03/2026");
    await context.close();
  });

  test("where sources disagree somebody decides which reading holds, and then that none does yet", async () => {
    const { context } = await site.reader({ lang: "fr" });
    const page = await context.newPage();
    await page.goto("/agreements/CASABLANCA-1?open=figure~CASABLANCA-1%2F1~announced");
    const drawer = page.getByRole("complementary").or(page.getByRole("dialog")).last();
    const decide = async (reading: { index: number } | { value: string }, reason: string) => {
      const form = drawer.locator("details", { hasText: "Décider quelle lecture vaut" });
      if ((await form.getAttribute("open")) === null) await form.locator("summary").click();
      await field(drawer, "Quelle lecture vaut ?").selectOption(reading);
      await field(drawer, "Pourquoi").fill(reason);
      await form.getByRole("button", { name: "Décider quelle lecture vaut" }).click();
      await drawer.locator(".decisions-taken li", { hasText: reason }).waitFor();
    };
    await decide({ index: 1 }, "réponse écrite de la région");
    await drawer.locator(".quote[data-adopted]").waitFor();
    await decide({ value: "none" }, "la région a retiré sa réponse");
    await drawer.locator(".quote[data-adopted]").waitFor({ state: "detached" });
    await expect.poll(() => drawer.locator(".decisions-taken li").count()).toBe(2);
    await context.close();
  });
});
