// The focal point in a browser, by links alone: her numbers in five minutes (US-19), and a report from the mail to its
// acceptance, with a part that is sent back (US-24); and an association's answer to a call for projects (US-23).
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../axe.ts";
import { readWalk } from "../read-walk.ts";
import { chromiumPath } from "../site.ts";
import { association, focalPoint, openOffice } from "./open-office.ts";
import { walkOfTwo } from "./walk-of-two.ts";

const pdf = Buffer.from("%PDF-1.7\n%the registers of the half-year\n");

describe.skipIf(!existsSync(chromiumPath))("a partner", () => {
  let office: Awaited<ReturnType<typeof openOffice>>;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  const newPage = async (width = 1440) => {
    const { context } = await office.reader({ lang: "fr", width });
    return context.newPage();
  };

  test("opens a link without an account, sees her promise alone, declares a number with a file, once", async () => {
    const desk = await newPage();
    await desk.goto("/agreements/AO-ATELIERS");
    await desk.locator("summary", { hasText: "Demander ses chiffres" }).click();
    await desk.getByLabel("Période, du").fill("2026-01-01");
    await desk.getByLabel("au", { exact: true }).fill("2026-06-30");
    await desk.getByRole("button", { name: "Envoyer la demande" }).click();
    await desk.getByText("La demande part par courriel.").waitFor();
    const { link } = await office.mailTo(focalPoint);
    expect(link).toMatch(/^\/open#/);

    const phone = await newPage(360);
    await phone.goto(link.slice(0, -9));
    await phone.getByText("Ce lien est incomplet").waitFor();
    await phone.goto(link);
    await phone.getByText("Embauches aux ateliers").waitFor();
    await phone.getByText("objectif 60").waitFor();
    expect(phone.url()).not.toContain("#");
    await expect.poll(() => phone.locator(".side-list").count()).toBe(0);
    expect(await axeViolations(phone)).toEqual([]);

    const elsewhere = await newPage(360);
    await elsewhere.goto(link);
    await elsewhere.getByRole("alert").getByText("déjà été ouvert dans un autre navigateur").waitFor();

    await phone.goto("/agreements");
    await phone.waitForURL(/\/open/);
    await phone.getByLabel("Réalisé pendant la période").fill("23");
    const file = { name: "registre.pdf", mimeType: "application/pdf", buffer: pdf };
    await phone.getByLabel("Pièce à l’appui").setInputFiles(file);
    await phone.getByRole("button", { name: "Envoyer nos chiffres" }).click();
    await phone.getByText("Merci : votre réponse est enregistrée").waitFor();
    await phone.getByText("déclaré pour cette période : 23").waitFor();

    await phone.goto("about:blank");
    await phone.goto(link);
    await phone.getByText("Merci : votre réponse est enregistrée").waitFor();
    await expect.poll(() => phone.getByRole("button", { name: "Envoyer nos chiffres" }).count()).toBe(0);
    await elsewhere.reload();
    await elsewhere.goto("about:blank");
    await elsewhere.goto(link);
    await elsewhere.getByRole("alert").waitFor();

    await desk.goto("/agreements/AO-ATELIERS");
    await desk.getByText("réponse reçue le").waitFor();
    await desk.getByRole("button", { name: "23", exact: true }).first().click();
    await desk.locator("dialog", { hasText: "Ateliers d’Atlas-Océan" }).waitFor();
    for (const page of [desk, phone, elsewhere]) await page.context().close();
  });

  const told = (page: Page, words: string) => page.getByText(words).waitFor();
  const press = (page: Page, button: string) =>
    page.getByRole("button", { name: button, exact: true }).click();

  test("gives a report from the mail, reads why a part came back, and sees it accepted, as US-24 tells it", async () => {
    const { clicks, steps } = readWalk("US-24");
    expect(steps.filter(({ does }) => does === "click").length).toBe(clicks);
    const screens = { desk: await newPage(), phone: await newPage(360) };
    await walkOfTwo(screens, steps, { ...office, to: focalPoint });
    expect(await axeViolations(screens.phone)).toEqual([]);
    for (const page of Object.values(screens)) await page.context().close();
  });

  test("answers a call for projects by the link in a mail: its terms, a document, the receipt", async () => {
    const desk = await newPage();
    await desk.goto("/calls/AAP-2026-3");
    await desk.locator("summary", { hasText: "Inviter un organisme sans compte" }).click();
    await desk.getByLabel("Quel organisme").fill("Cèdre");
    await desk.locator(".form-hits button").first().click();
    await press(desk, "Inviter un organisme sans compte");
    await told(desk, "L’invitation part par courriel.");
    const { link, text } = await office.mailTo(association);
    expect(text).toContain("jusqu’au 31 décembre 2035 à minuit");

    const phone = await newPage(360);
    await phone.goto(link);
    await told(phone, "Vous répondez pour Association Cèdre");
    await told(phone, "Élimine sous");
    await phone.getByLabel("Intitulé du projet").fill("Atelier de couture");
    await press(phone, "Enregistrer la candidature");
    const file = { name: "statuts.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%2\n") };
    await phone.getByLabel("Remettre cette pièce").setInputFiles(file);
    await told(phone, "statuts.pdf");
    await press(phone, "Déposer la candidature");
    await told(phone, "Récépissé AAP-2026-3/1");
    expect(await axeViolations(phone)).toEqual([]);

    await desk.goto("/calls/AAP-2026-3");
    await desk.locator("#invitations").getByText("candidature déposée").waitFor();
    for (const page of [desk, phone]) await page.context().close();
  });
});
