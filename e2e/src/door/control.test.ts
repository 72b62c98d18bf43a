// Control and persons in a browser: who changed a figure, a complaint without an account, a name that is seen with a
// reason, a request that is decided in time, and a text under review that is only read.
import { existsSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../axe.ts";
import { settled } from "../settled.ts";
import { chromiumPath } from "../site.ts";
import { openOffice, person, sitAs } from "./open-office.ts";

describe.skipIf(!existsSync(chromiumPath))("who watches over figures and persons", () => {
  let office: Awaited<ReturnType<typeof openOffice>>;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const newPage = async (lang: "fr" | "ar" = "fr", width = 1440) => {
    const { context } = await office.reader({ lang, width });
    return context.newPage();
  };
  const close = (...pages: readonly Page[]) => Promise.all(pages.map((page) => page.context().close()));

  test("the controller asks who changed a figure, when and why, and takes exactly these entries away", async () => {
    const page = await newPage();
    await sitAs(page, "contrôleur·e");
    await page.goto("/journal");
    await page.getByLabel("Chiffre (engagement ou convention)").fill("AO-2025-1/1");
    await page.getByLabel("Lequel").selectOption("signed");
    await page.locator(".journal-entry", { hasText: "a changé l’objectif" }).waitFor();
    await page.waitForURL(/measure=signed/);
    const changed = page.locator(".journal-entry", { hasText: "a changé l’objectif" });
    await changed.locator("ins", { hasText: "32" }).first().waitFor();
    // the entries of the measure before stand there until these have come
    await settled(page);
    const shown = await page.locator(".journal-entry").count();
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Exporter CSV" }).click();
    const lines = readFileSync(await (await waiting).path(), "utf8")
      .trimEnd()
      .split("\r\n");
    expect(lines.length - 1).toBe(shown);
    await close(page);
  });

  test("a complaint is told in Arabic without an account, read and decided by control, and followed by its receipt", async () => {
    const phone = await newPage("ar", 360);
    await phone.goto("/tell");
    const words = "طلب مني أحدهم 2000 درهم مقابل تسجيلي في التكوين";
    await phone.getByLabel("ماذا حدث؟").fill(words);
    await phone.getByLabel("أين؟").fill("الأطلس المحيط");
    await phone.getByRole("button", { name: "الإرسال إلى مراقبة الوكالة" }).click();
    const receipt = (await phone.locator(".receipt").textContent()) ?? "";
    expect(await axeViolations(phone)).toEqual([]);

    const desk = await newPage();
    await sitAs(desk, "contrôleur·e");
    await desk.goto("/complaints");
    await desk.locator("tbody a").first().click();
    await desk.getByRole("button", { name: "Lire la réclamation" }).click();
    await desk.getByText(words).waitFor();
    await desk.getByLabel("Réponse à la personne").fill("توصلنا برسالتكم وأحلناها على السلطة المختصة.");
    await desk.getByLabel("Décision").selectOption("passed_on");
    await desk.getByRole("button", { name: "Répondre et clore la réclamation" }).click();
    await desk.getByText("tranchée").first().waitFor();

    await phone.goto("/tell");
    await phone.locator("summary", { hasText: "لدي وصل من قبل" }).click();
    await phone.getByLabel("الوصل").fill(receipt.trim());
    await phone.getByRole("button", { name: "الاطلاع على المآل" }).click();
    await phone.getByText("أحلناها على السلطة المختصة").waitFor();
    await close(phone, desk);
  });

  test("a person is found by her document, her name is seen for a reason, and both stay on record", async () => {
    const page = await newPage();
    await sitAs(page, "conseiller·ère en emploi");
    await page.goto("/people?space=simulated");
    await page.getByLabel("Numéro").fill(person.number);
    await page.getByRole("button", { name: /^Chercher/ }).click();
    await page.getByRole("heading", { name: "Déjà comptée" }).waitFor();
    await expect.poll(() => page.getByLabel("Numéro").inputValue()).toBe("");
    expect(await page.getByText(person.name).count()).toBe(0);
    await page.locator("summary", { hasText: "Voir le nom" }).click();
    await page.getByLabel("Pour quel traitement ?").selectOption({ index: 1 });
    await page
      .getByLabel("Pour quelle raison ?")
      .fill("Elle se présente au guichet et conteste son dossier.");
    await page.getByRole("button", { name: "Voir le nom et l’inscrire au journal" }).click();
    await page.locator(".answer", { hasText: person.name }).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    const officer = await newPage();
    await sitAs(officer, "responsable des données");
    await officer.goto("/people/unmaskings");
    await officer.locator("tbody tr", { hasText: "conteste son dossier" }).waitFor();
    expect(await officer.getByText(person.name).count()).toBe(0);
    await close(page, officer);
  });

  test("a person's request has its deadline; who asks is made sure of, it is decided, copied and done", async () => {
    const page = await newPage();
    await sitAs(page, "responsable des données");
    await page.goto("/people/requests?space=simulated");
    await page.getByLabel("Répondre en").selectOption("fr");
    await page.getByLabel("Ce qu’elle demande").fill("Que détenez-vous sur moi ?");
    await page.getByRole("button", { name: "Enregistrer la demande" }).click();
    await page.getByText("à traiter avant le").last().waitFor();
    await page.locator("tbody a").first().click();
    await page.getByRole("heading", { name: "S’assurer de qui demande" }).waitFor();
    await page.getByLabel("Numéro").fill(person.number);
    await page.getByRole("button", { name: "Rattacher la demande" }).click();
    await page.getByRole("heading", { name: "Décider" }).waitFor();
    await page.getByLabel("Décision").selectOption("granted");
    await page.getByLabel("Motif").fill("Identité vérifiée au guichet.");
    await page.getByRole("button", { name: "Enregistrer la décision" }).click();
    await page.getByRole("button", { name: "Établir la copie en français" }).click();
    await page.locator(".copy", { hasText: person.name }).waitFor();
    await page.getByRole("button", { name: "C’est fait" }).click();
    await page.getByText("terminée").first().waitFor();
    await close(page);
  });

  test("the data officer keeps the commission's number as a new version, and words a consent", async () => {
    const page = await newPage();
    await sitAs(page, "responsable des données");
    await page.goto("/people/register");
    await page.getByRole("link", { name: "Suivre les personnes après leur insertion" }).click();
    await page.getByText("Aucun texte n’est encore écrit").waitFor();
    await page.getByRole("button", { name: "Changer ce que dit le registre" }).click();
    await page.getByLabel("Numéro donné par la CNDP").fill("A-12/2026");
    await page.getByLabel("Pourquoi ce changement ?").fill("la CNDP a répondu");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Garder comme nouvelle version" }).click();
    await page.locator("summary", { hasText: "la CNDP a répondu" }).waitFor();
    await page.locator(".processing", { hasText: "A-12/2026" }).waitFor();
    await page.locator("summary", { hasText: "Écrire un nouveau texte" }).click();
    await page.getByLabel("En arabe").fill("هل تقبلون أن نتصل بكم بعد إدماجكم؟");
    await page
      .getByLabel("En français")
      .fill("Acceptez-vous que nous vous appelions après votre insertion ?");
    await page.getByLabel("Employé à partir du").fill("2026-01-01");
    await page.getByRole("button", { name: "Garder ce texte comme nouvelle version" }).click();
    await page.locator("[lang=ar]", { hasText: "هل تقبلون أن نتصل بكم" }).waitFor();
    await close(page);
  });

  test("who may not review a text opens none, and reads the review without its acts", async () => {
    const desk = await newPage();
    await desk.goto("/intake");
    await desk
      .locator("textarea[name=text]")
      .fill("Oujda — Une convention vise l’insertion de 1.350 chercheurs d’emploi dans la région.");
    await desk.locator(".open-form button[type=submit]").click();
    await desk.locator(".bench [data-undo]").waitFor();
    const reader = await newPage();
    await sitAs(reader, "contrôleur·e");
    await reader.goto(new URL(desk.url()).pathname);
    await reader.locator("[data-read-only]").waitFor();
    await reader.locator("[data-path]").first().waitFor();
    for (const act of ["[data-undo]", "[data-nothing]", "[data-record]", "[data-add=anything]"])
      expect([act, await reader.locator(act).count()]).toEqual([act, 0]);
    expect(await axeViolations(reader)).toEqual([]);
    await reader.goto("/intake");
    await reader.locator("tbody a").first().waitFor();
    await expect.poll(() => reader.locator(".open-form").count()).toBe(0);
    await close(desk, reader);
  });
});
