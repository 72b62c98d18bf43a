// The focal point's five minutes in a browser (US-19): asked, opened once, answered with a file, and then spent.
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { axeViolations } from "../axe.ts";
import { chromiumPath } from "../site.ts";
import { focalPoint, openOffice } from "./open-office.ts";

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

const pdf = Buffer.from("%PDF-1.7\n%the registers of the half-year\n");

describe.skipIf(!existsSync(chromiumPath))("a partner", () => {
  let office: Awaited<ReturnType<typeof openOffice>>;
  beforeAll(async () => {
    office = await openOffice();
  }, 120_000);
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
    await phone.goto(link);
    await phone.getByText("Embauches aux ateliers").waitFor();
    await phone.getByText("objectif 60").waitFor();
    expect(phone.url()).not.toContain("#");
    expect(await phone.locator(".side-list").count()).toBe(0);
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
    expect(await phone.getByRole("button", { name: "Envoyer nos chiffres" }).count()).toBe(0);
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
});
