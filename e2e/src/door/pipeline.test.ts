// The pipeline of two texts, in the invented region with their structure: a letter of intent is planned at a visit, signed
// and followed up; a memorandum opens a diagnosis, whose retained actions become promises.
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations } from "../axe.ts";
import { dayFromToday as day } from "../day-from-today.ts";
import { leave } from "../reader.ts";
import { seed } from "../seed.ts";
import { chromiumPath, openSite, type Site } from "../site.ts";
import { beginPipeline, letter, memorandum, visit } from "./begin-pipeline.ts";
import { wordsOf } from "./words-of.ts";

describe.skipIf(!existsSync(chromiumPath))("the pipeline", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(seed, {}, beginPipeline);
  });
  afterAll(() => site.close());

  async function newPage(lang: "fr" | "ar"): Promise<Page> {
    const { page } = await site.window({ lang });
    return page;
  }

  test("a letter of intent planned at a visit is signed, and what follows it is opened and joined", async () => {
    const [say, event] = [wordsOf("agreements", "fr"), wordsOf("events", "fr")];
    const page = await newPage("fr");
    await page.goto(`/events/${visit}`);
    await page.getByRole("heading", { name: event("events.decisions") }).waitFor();
    await page.locator(`main a[href*="/agreements/${letter}"]`).first().click();
    await page.waitForURL(new RegExp(`/agreements/${letter}`));
    await page.locator(".next-step", { hasText: "Signer la lettre d’entente" }).waitFor();

    await page.getByRole("button", { name: "constater la signature", exact: true }).click();
    await page.getByLabel(wordsOf("board", "fr")("board.on"), { exact: true }).fill("2026-03-16");
    await page.getByRole("button", { name: say("agreementForm.confirm") }).click();
    await page.locator(".state-mark", { hasText: "signée" }).first().waitFor();

    const next = await unfold(page, say("agreementForm.changeNextAction"));
    await next.getByLabel(say("agreementForm.nextAction"), { exact: true }).fill("Négocier la convention");
    await next.getByLabel(say("agreementForm.nextActionOn"), { exact: true }).fill(day(20));
    await next.locator("button[type=submit]").click();
    await page.locator(".next-step", { hasText: "Négocier la convention" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);

    await page.getByRole("link", { name: say("agreementForm.openFollowing") }).click();
    await page.waitForURL(/\/agreements\/new/);
    await page
      .getByLabel(say("agreementForm.title"), { exact: true })
      .fill("Convention avec le service voisin");
    await page.getByLabel(say("agreementForm.type"), { exact: true }).selectOption("convention");
    await page.getByLabel(say("agreementForm.nextAction"), { exact: true }).fill("Écrire le premier projet");
    await page.getByLabel(say("agreementForm.nextActionOn"), { exact: true }).fill(day(30));
    await page.getByRole("button", { name: say("agreementForm.openLead") }).click();
    await page.waitForURL(/\/edit/);

    await page.goto(`/agreements/${letter}`);
    await page.getByText(say("agreement.link.leads_to.to")).first().waitFor();
    await page.getByRole("link", { name: "Convention avec le service voisin" }).click();
    await page.locator(".next-step", { hasText: "Écrire le premier projet" }).waitFor();
    await page.goto("/?space=simulated");
    await page.locator(".work-entry", { hasText: "Négocier la convention" }).first().waitFor();
    await leave(page);
  });

  test("a memorandum opens a diagnosis: workshops, ranking, answers, and promises that lead back to it", async () => {
    const page = await newPage("fr");
    await page.goto(`/agreements/${memorandum}`);
    await beginFor(page);
    await hear(page);
    await rank(page);
    await answer(page);
    const [reference] = new URL(page.url()).pathname.split("/").slice(-1);

    await page.getByRole("link", { name: diagnosis("diagnosis.answers") }).click();
    await page.locator(".answers", { hasText: "Une gare voisine suffit" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator(`.answers a[href*="/agreements/${memorandum}/commitments/1"]`).click();
    await page.locator(`main a[href*="/diagnoses/${reference}"]`).click();
    await page.getByRole("heading", { name: diagnosis("diagnosis.actions") }).waitFor();

    const reader = await newPage("ar");
    await reader.goto(`/diagnoses/${reference}/answers`);
    const ar = wordsOf("diagnosis", "ar");
    await reader.getByText(ar("diagnosis.became.retained"), { exact: true }).first().waitFor();
    await reader.getByText(ar("diagnosis.became.rejected"), { exact: true }).first().waitFor();
    await Promise.all([page, reader].map(leave));
  });
});

const diagnosis = wordsOf("diagnosis", "fr");

/** Opens the small form under these words. */
async function unfold(page: Page, words: string) {
  const form = page.locator(`details.add-part:has(> summary:text-is("${words}"))`).last();
  if ((await form.getAttribute("open")) === null) await form.locator("> summary").click();
  return form;
}

type Fields = Readonly<Record<string, string>>;

/** Fills fields by the keys of their labels and sends; the next thing to do is looked for by what it shows. */
async function fillIn(page: Page, words: string, fields: Fields, choices: Fields = {}): Promise<void> {
  const form = await unfold(page, words);
  for (const [key, text] of Object.entries(fields))
    await form.getByLabel(diagnosis(`diagnosis.form.${key}`), { exact: true }).fill(text);
  for (const [key, value] of Object.entries(choices))
    await form.getByLabel(diagnosis(`diagnosis.form.${key}`), { exact: true }).selectOption(value);
  await form.locator("button[type=submit]").click();
}

/** Takes a step, and waits for the stage to which it leads. */
async function step(page: Page, name: string, stage: string): Promise<void> {
  await page.getByRole("button", { name: diagnosis(`diagnosis.step.${name}`) }).click();
  await page.locator(".page-lead .state-mark", { hasText: stage }).waitFor();
}

async function beginFor(page: Page): Promise<void> {
  await page.locator("#diagnoses a", { hasText: diagnosis("diagnosis.begin") }).click();
  await page.waitForURL(/\/diagnoses\/new/);
  await page.getByLabel(diagnosis("diagnosis.form.title"), { exact: true }).fill("Diagnostic de la côte");
  await page.getByLabel(diagnosis("diagnosis.form.titleAr"), { exact: true }).fill("تشخيص الساحل");
  const place = page.getByLabel(diagnosis("diagnosis.form.territoryId"), { exact: true });
  await place.selectOption({ label: "Atlas-Océan" });
  await page.getByLabel(diagnosis("diagnosis.form.method"), { exact: true }).fill("Ateliers ouverts à tous");
  await page.getByRole("button", { name: diagnosis("diagnosis.form.begin") }).click();
  await page.waitForURL(/\/diagnoses\/DTP-90-/);
}

async function hear(page: Page): Promise<void> {
  const actor = await unfold(page, diagnosis("diagnosis.addActor"));
  await actor.getByLabel(diagnosis("diagnosis.form.organisation"), { exact: true }).fill("Atlas");
  await actor.locator('button[data-code="AGENCE-AO"]').click();
  await actor.getByLabel(diagnosis("diagnosis.form.role"), { exact: true }).selectOption("leads");
  await actor.locator("button[type=submit]").click();
  await page.locator("#actors .part-row").first().waitFor();
  await fillIn(page, diagnosis("diagnosis.planWorkshop"), {
    workshopTitle: "Jeunes de la côte",
    on: day(-3),
  });
  await page.locator("#workshop-1").waitFor();
  await step(page, "listen", "écoute");

  const hold = await unfold(page, diagnosis("diagnosis.hold").replace("{number}", "1"));
  await hold.getByLabel("femmes, 15 à 24 ans", { exact: true }).fill("14");
  await hold.getByLabel("hommes, 25 à 34 ans", { exact: true }).fill("9");
  await hold.locator("button[type=submit]").click();
  await page.locator("#workshop-1", { hasText: "23 personnes présentes" }).waitFor();
  const said = [
    ["Le car ne passe plus le soir", "transport"],
    ["On rate la formation, faute de car", "transport"],
    ["Il n’y a pas de gare", "équipement"],
  ] as const;
  for (const [at, [words, topic]] of said.entries()) {
    await fillIn(page, diagnosis("diagnosis.recordFinding"), { words, topic }, { workshop: "1" });
    await page.locator(`#finding-${at + 1}`).waitFor();
  }
  expect(await axeViolations(page)).toEqual([]);
}

async function rank(page: Page): Promise<void> {
  await step(page, "rank", "classement");
  for (const [at, numbers] of [["1", "2"], ["3"]].entries()) {
    const form = await unfold(page, diagnosis("diagnosis.merge"));
    for (const number of numbers)
      await form.getByLabel(diagnosis("diagnosis.form.findings"), { exact: true }).selectOption(number);
    await form.locator("button[type=submit]").click();
    await page.locator(`#merged-${at + 1}`).waitFor();
  }
  const method = { rankingWords: "Trois voix par personne" };
  await fillIn(page, diagnosis("diagnosis.setRanking"), method, { rankingKind: "votes" });
  const marks = await unfold(page, diagnosis("diagnosis.mark"));
  await marks.getByLabel(diagnosis("diagnosis.form.by"), { exact: true }).selectOption("workshop:1");
  const inputs = marks.locator(".mark-line input");
  await inputs.nth(0).fill("41");
  await inputs.nth(1).fill("28");
  await marks.locator("button[type=submit]").click();
  await page.locator("#merged .rank", { hasText: "2" }).waitFor();
}

async function answer(page: Page): Promise<void> {
  await step(page, "answer", "réponses");
  for (const [at, action] of ["Ouvrir une ligne à la demande", "Construire une gare"].entries()) {
    const form = await unfold(page, diagnosis("diagnosis.propose"));
    await form.getByLabel(diagnosis("diagnosis.form.action"), { exact: true }).fill(action);
    await form.getByLabel(diagnosis("diagnosis.form.answers"), { exact: true }).selectOption(String(at + 1));
    await form.locator("button[type=submit]").click();
    await page.locator(`#action-${at + 1}`).waitFor();
  }
  const end = page.getByRole("button", { name: diagnosis("diagnosis.step.end") });
  await expect.poll(() => end.isDisabled()).toBe(true);
  await page.locator(".diagnosis-step", { hasText: "Construire une gare" }).waitFor({ state: "attached" });

  await fillIn(page, diagnosis("diagnosis.retain").replace("{number}", "1"), {}, { commitment: "begin" });
  await page.locator(`#actions a[href*="/agreements/${memorandum}/commitments/1"]`).waitFor();
  const why = { answer: "Une gare voisine suffit au nombre de voyageurs." };
  await fillIn(page, diagnosis("diagnosis.reject").replace("{number}", "2"), why);
  await page.locator("#actions", { hasText: diagnosis("diagnosis.became.rejected") }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await end.click();
  await page.locator(".state-mark", { hasText: "terminé" }).first().waitFor();
}
