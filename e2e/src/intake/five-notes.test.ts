// The five notes go through the screen, in three languages; the register that results is the demo's: every fact of the
// five texts has its exact answer, and every table holds the same. EVERY_DECISION=1 npm run e2e -- five-notes makes each
// decision by its controls; otherwise the first of each note.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { announcedTexts, fiveTexts, loadRealAnnouncements } from "@iltizam/core/drafts";
import { createTestDatabase, withClient } from "@iltizam/testkit/database";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { leave } from "../reader.ts";
import { chromiumPath, openSite, type Site } from "../site.ts";
import { seedRegisters } from "./bare-site.ts";
import { registerRows } from "./register-rows.ts";
import { acceptTheRest, type Decision, replayDecisions } from "./replay-decisions.ts";

vi.setConfig({ testTimeout: 300_000 });

const data = (name: string) =>
  readFileSync(new URL(`../../../packages/reference/data/${name}`, import.meta.url));
const decisionsOn = (note: string) =>
  (JSON.parse(data(`drafts/${note}.decisions.json`).toString()) as { decisions: Decision[] }).decisions;

const byControls = process.env.EVERY_DECISION === "1" ? undefined : 12;
const languages = { "000": "fr", "001": "ar", "002": "en", "003": "fr", "004": "ar" } as const;

describe.skipIf(!existsSync(chromiumPath))("the five notes through the screen", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(seedRegisters);
  });
  afterAll(() => site.close());

  const open = async (page: Page, note: string) => {
    await page.goto("/intake");
    const file = { name: `${note}.txt`, mimeType: "text/plain", buffer: data(`notes/${note}.txt`) };
    await page.locator("input[type=file]").setInputFiles(file);
    await page.locator(".bench").waitFor();
  };

  test.each(announcedTexts)("%s is read, reviewed and recorded", async (note) => {
    const { page } = await site.window({ lang: languages[note] });
    await open(page, note);
    await replayDecisions(page, decisionsOn(note), byControls);
    await acceptTheRest(page);
    await page.locator("[data-nothing-blocks]").waitFor();
    await page.locator("[data-record]").click();
    const links = page.locator("[data-recorded] a");
    await links.first().waitFor();
    await links.first().click();
    await page.locator("h1").waitFor();
    await leave(page);
  });

  test("every fact of the five texts has its exact answer", async () => {
    const facts = fiveTexts.flatMap((text) => text.facts);
    const wrong = await withClient(site.databaseUrl, async (client) => {
      const found: unknown[] = [];
      for (const { says, question, answer } of facts) {
        const { rows } = await client.query({ text: question, rowMode: "array" });
        if (JSON.stringify(rows) !== JSON.stringify(answer)) found.push({ says, rows, answer });
      }
      return found;
    });
    expect(wrong).toEqual([]);
    expect(facts.length).toBe(117);
  });

  test("every table holds what the demo's holds, row by row", async () => {
    const demo = await createTestDatabase();
    const dataDir = mkdtempSync(join(tmpdir(), "iltizam-e2e-"));
    await seedRegisters(
      { appUrl: demo.appUrl, dataDir, onMessage: () => undefined, locale: "fr" },
      loadRealAnnouncements,
    );
    const [here, there] = [await registerRows(site.databaseUrl), await registerRows(demo.ownerUrl)];
    await demo.drop();
    rmSync(dataDir, { recursive: true, force: true });
    expect(Object.keys(here)).toEqual(Object.keys(there));
    for (const [table, rows] of Object.entries(there)) expect(here[table], table).toEqual(rows);
  });
});
