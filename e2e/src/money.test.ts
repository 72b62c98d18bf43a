// Money by party through its screens: dinars with their three digits and a voucher, an amount that is put right and stays
// struck through, and a tranche that is called only when its conditions are met.
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { axeViolations } from "./axe.ts";
import { leave } from "./reader.ts";
import { visit } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 240_000 });

const agreement = "/agreements/AO-2025-1/money";
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

describe.skipIf(!existsSync(chromiumPath))("money by party", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const opened = async (lang: "fr" | "ar", path: string) => {
    const { page } = await site.window({ lang });
    await visit(page, `${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
    return page;
  };

  test("a payment in dinars is recorded with its bank notice, and put right with a reason", async () => {
    const page = await opened("fr", `${agreement}/M3/move?kind=paid`);
    await field(page, "Combien a été versé, en TND ?").fill("1 500,1255");
    await field(page, "À quelle date de valeur ?").fill("2025-05-02");
    await page.getByRole("button", { name: "Enregistrer le versement" }).click();
    await page.getByText("sans plus de décimales que la monnaie").waitFor();
    await field(page, "Combien a été versé, en TND ?").fill("1 500,125");
    await page.getByText(/Lu : 1.500,125.TND/u).waitFor();
    const notice = { name: "avis.txt", mimeType: "text/plain", buffer: Buffer.from("Avis V-31") };
    await field(page, "Fichiers").setInputFiles(notice);
    await field(page, "Numéro de l’original").fill("V-31");
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Enregistrer le versement" }).click();
    const paid = page.locator("#paid tbody tr");
    await paid.getByRole("button", { name: "avis de virement V-31" }).waitFor();
    await expect.poll(() => page.locator(".four-steps li").nth(2).textContent()).toMatch(/1.500,125.TND/u);

    await paid.getByRole("link", { name: "Corriger" }).click();
    await field(page, "Combien a été versé, en TND ?").fill("1 050,125");
    await field(page, "Pourquoi corriger ?").fill("chiffres inversés");
    await page.getByRole("button", { name: "Enregistrer le bon montant" }).click();
    await page.locator("#paid del").waitFor();
    await expect.poll(() => paid.count()).toBe(2);
    await expect.poll(() => paid.locator("del").textContent()).toMatch(/1.500,125/u);
    await expect.poll(() => page.locator("#paid .section-header").textContent()).toMatch(/1.050,125.TND/u);
    await expect
      .poll(() => paid.nth(1).getByRole("button", { name: "avis de virement V-31" }).count())
      .toBe(1);
    await leave(page);
  });

  test("a tranche whose conditions are met is called; the sum of the tranches that does not close is said", async () => {
    const page = await opened("ar", `${agreement}/M2`);
    const tranches = page.locator("#tranches");
    await tranches.getByText("بقي من الوعد").waitFor();
    await expect.poll(() => tranches.locator("li[data-met='true']").count()).toBe(2);
    await tranches.getByText("طلب الشطر 2", { exact: true }).first().click();
    await tranches.getByLabel("متى؟").fill("2026-01-20");
    await tranches.getByRole("button", { name: "طلب الشطر 2" }).click();
    await tranches.locator(".tranche[data-state='called']").nth(1).waitFor();
    await expect.poll(() => page.locator("#called tbody tr").count()).toBe(2);
    expect(await axeViolations(page)).toEqual([]);
    await leave(page);
  });

  test("a funder's figure opens on as many rows as it says", async () => {
    const page = await opened("fr", "/funders?space=simulated");
    await page.getByRole("link", { name: "Conseil régional d’Atlas-Océan" }).click();
    const figure = page.locator(".funder-whole a.figure").nth(1);
    const said = Number(await figure.textContent());
    expect(said).toBeGreaterThan(0);
    await figure.click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByText(new RegExp(`^${said} résultats? prouvés?`, "u")).waitFor();
    await expect.poll(() => dialog.locator("tbody tr").count()).toBe(said);
    await leave(page);
  });
});
