// US-16 with the keyboard alone: a target is split by place and quarter from a sheet, held against the target, corrected,
// made final, and compared with what is realised.
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { leave } from "./reader.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 240_000 });

const words = {
  fr: {
    ...{ edit: "Modifier AO-2025-1/1", split: "Répartir l’objectif", rest: "reste à répartir" },
    ...{
      above: "dépasse l’objectif",
      final: "Rendre la répartition définitive",
      done: "La répartition est définitive",
    },
    ...{
      undo: "Annuler",
      draft: "gardée comme brouillon",
      refused: "n’était pas un nombre",
      sex: "femmes et hommes",
    },
  },
  ar: {
    ...{ edit: "تعديل AO-2025-1/1", split: "توزيع الهدف", rest: "الباقي للتوزيع" },
    ...{ above: "يتجاوز المجموع الهدف", final: "جعل التوزيع نهائيا", done: "التوزيع نهائي" },
    ...{ undo: "تراجع", draft: "حُفظ التوزيع مسودة", refused: "خلية ملصقة", sex: "نساء ورجال" },
  },
  en: {
    ...{ edit: "Edit AO-2025-1/1", split: "Split the target", rest: "left to distribute" },
    ...{ above: "above the target", final: "Make the split final", done: "The split is final" },
    ...{ undo: "Undo", draft: "kept as a draft", refused: "was no whole number", sex: "women and men" },
  },
} as const;

describe.skipIf(!existsSync(chromiumPath))("splitting a target", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  interface Told {
    readonly breakdown: { readonly parts: readonly { readonly quantity: number }[]; readonly final: boolean };
  }
  const read = async () =>
    (await (await fetch(`${site.address}/api/v1/commitment?commitment=AO-2025-1/1`)).json()) as Told;
  const quantities = async () => (await read()).breakdown.parts.map(({ quantity }) => quantity);
  const cell = (page: Page, row: number, column: number) => page.locator(`[data-at="${row} ${column}"]`);
  const rest = (page: Page) => page.locator(".rest-figures > div").nth(2).locator("dd");
  const paste = (page: Page, text: string) =>
    page.evaluate((table) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", table);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);

  test.each(["fr", "ar", "en"] as const)("by place and quarter, with the keyboard, in %s", async (lang) => {
    const say = words[lang];
    const { page } = await site.window({ lang });
    await page.goto(`/agreements/AO-2025-1?lang=${lang}`);
    await page.getByRole("link", { name: say.edit }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: say.split }).focus();
    await page.keyboard.press("Enter");

    // from a sheet: what is no number is said, the rest is in view
    await cell(page, 0, 0).focus();
    await paste(page, "10\t12\tn.c.\n");
    await page.getByText(say.refused).waitFor();
    await expect.poll(() => rest(page).textContent()).toBe("10");
    await cell(page, 0, 3).focus();
    await page.keyboard.type("15");
    // a draft may be above; the key that saves is heard in the cell that is being written
    await page.keyboard.press("Control+s");
    await page.locator(".late-words", { hasText: say.above }).waitFor();
    await expect.poll(() => page.getByRole("button", { name: say.final }).isDisabled()).toBe(true);
    await page.locator(".done", { hasText: say.draft }).waitFor();
    expect((await read()).breakdown).toMatchObject({ final: false });
    expect(await quantities()).toEqual([10, 12, 15]);

    // back and forth, towards where the arrow points
    await page.keyboard.press("Control+z");
    await expect.poll(() => rest(page).textContent()).toBe("10");
    await cell(page, 0, 2).focus();
    await page.keyboard.press(lang === "ar" ? "ArrowLeft" : "ArrowRight");
    await page.keyboard.type("10");
    // who goes on to the button has written it
    await page.getByRole("button", { name: say.final }).focus();
    await expect.poll(() => rest(page).textContent()).toBe("0");
    await page.keyboard.press("Enter");
    await page.locator(".done", { hasText: say.done }).waitFor();
    expect((await read()).breakdown).toMatchObject({ final: true });
    expect(await quantities()).toEqual([10, 12, 10]);
    await leave(page);
    await fetch(`${site.address}/api/v1/commitments/break-down`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ commitment: "AO-2025-1/1", parts: [] }),
    });
  });

  test("women and men: what is planned stands beside what is realised and proven", async () => {
    const { page } = await site.window({ lang: "fr" });
    await page.goto("/agreements/AO-2025-1/commitments/1/split?rows=sex&columns=whole&lang=fr");
    await cell(page, 0, 0).focus();
    await paste(page, "20\n12");
    const women = page
      .getByRole("table", { name: "Femmes et hommes, rural et urbain" })
      .locator("tr", { hasText: "femmes" });
    const told = async () =>
      (await women.locator("td").allTextContents()).map((text) => text.replace(/\s/gu, ""));
    await expect.poll(told).toEqual(["20", "12", "8", "60%"]);
    await leave(page);
  });

  /** What the page's thread works from now on, in milliseconds of the processor: what else the machine does takes no part. */
  async function processorOf(page: Page): Promise<() => Promise<number>> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const read = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return (metrics.find(({ name }) => name === "ThreadTime")?.value ?? 0) * 1000;
    };
    const before = await read();
    return async () => (await read()) - before;
  }

  test("eighty agencies by twelve quarters stay light: a key is drawn within the 200 ms of an interaction", async () => {
    const post = (path: string, body: object) =>
      fetch(`${site.address}/api/v1${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    for (let at = 1; at <= 80; at += 1)
      await post("/organisations/AGENCE-AO/service-points", { kind: "agency", name: `Agence ${at}` });
    await post("/commitments/assign-responsibility", {
      ...{ commitment: "AO-2025-1/1", organisation: "AGENCE-AO", task: "répartit" },
    });
    const { page } = await site.window({ lang: "fr" });
    await page.goto("/agreements/AO-2025-1/commitments/1/split?rows=service_point&columns=quarter&lang=fr");
    await cell(page, 79, 11).waitFor({ state: "attached" });
    await cell(page, 0, 0).focus();
    await paste(page, Array.from({ length: 80 }, () => Array(12).fill("0").join("\t")).join("\n"));
    const worked = await processorOf(page);
    await page.evaluate(async () => {
      const press = (key: string) => {
        const options = { key, bubbles: true, cancelable: true };
        document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", options));
      };
      const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      for (let at = 0; at < 10; at += 1) {
        press("ArrowUp");
        await drawn();
      }
    });
    const each = (await worked()) / 10;
    expect(each).toBeGreaterThan(0);
    expect(each).toBeLessThan(200);
    await leave(page);
  });
});
