import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, withClient } from "@iltizam/testkit/database";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Context,
  createContext,
  errorMessage,
  firstRow,
  fixedClock,
  folderFileStore,
  locales,
  message,
  openDatabase,
  systemActor,
} from "../kernel/index.ts";
import { addIndicator } from "./add-indicator.ts";
import { defineIndicator } from "./define-indicator.ts";
import { vocabularyErrors } from "./errors.ts";
import { loadVocabulary } from "./load-vocabulary.ts";
import {
  classification,
  glossaryTerms,
  indicatorCatalogue,
  indicatorDetail,
  measureCatalogue,
  populationCatalogue,
} from "./queries.ts";
import { readIndicators, resolveIndicator } from "./read-indicators.ts";
import { setMeasure } from "./set-measure.ts";

const database = await createTestDatabase();
const opened = openDatabase(database.appUrl);
const ctx: Context = createContext({
  db: opened.db,
  actor: systemActor,
  files: folderFileStore(mkdtempSync(join(tmpdir(), "iltizam-files-"))),
  clock: fixedClock("2026-11-21T10:00:00Z"),
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

beforeAll(async () => {
  const first = await loadVocabulary(ctx, {});
  expect(first).toMatchObject({
    indicators: { added: 76, changed: 0 },
    versions: { added: 75, changed: 0 },
    populations: { added: 18, changed: 0 },
    measures: { added: 15, changed: 0 },
    settings: { added: 36, changed: 0 },
  });
  expect(first.entries.added).toBeGreaterThan(2000);
});

const text = (fr: string) => ({ fr, ar: "تعريف متفق عليه", en: fr });
const agreed = {
  reason: "agreed by the steering committee",
  definition: text("Embauche au-delà de l'effectif"),
};

describe("the vocabulary, loaded", () => {
  test("is unchanged by a second load", async () => {
    const nothing = { added: 0, changed: 0 };
    expect(await loadVocabulary(ctx, {})).toEqual({
      indicators: nothing,
      versions: nothing,
      populations: nothing,
      entries: nothing,
      measures: nothing,
      settings: nothing,
    });
  });

  test("lists the catalogue with the definition in force, aliases beside what they stand for", async () => {
    const all = await indicatorCatalogue(ctx, {});
    expect(all).toHaveLength(75);
    expect(all.find((one) => one.code === "service_points_opened")).toMatchObject({
      aliases: ["service_points_created"],
      unit: "sites",
      definition: { version: 1, state: "defined", proofLevel: 2 },
    });
    expect(await indicatorCatalogue(ctx, { state: "undefined" })).toHaveLength(12);
    const ratios = await indicatorCatalogue(ctx, { nature: "ratio" });
    expect(ratios.find((one) => one.code === "retention_6")).toMatchObject({
      numerator: "retained_6",
      denominator: "placements_labour_law",
      denominatorFilter: { cohortClosedAfterMonths: 6 },
      definition: { proofLevel: 3 },
    });
  });

  test("marks the four sensitive populations", async () => {
    const found = await populationCatalogue(ctx, {});
    expect(found.filter((one) => one.sensitive).map((one) => one.code)).toEqual([
      "disability",
      "former_detainee",
      "hard_to_place",
      "regular_migrants",
    ]);
    expect(found.at(-1)?.code).toBe("other");
  });

  test("finds occupations by words in any spelling, and a scheme's children by their parent", async () => {
    const found = await classification(ctx, { scheme: "rome-3", text: "BUCHERONNAGE" });
    expect(found.map((one) => one.code)).toContain("A1201");
    const sections = await classification(ctx, { scheme: "isic-4", level: 1 });
    expect(sections).toHaveLength(21);
    expect(sections.every((one) => one.label.ar !== null)).toBe(true);
    expect((await classification(ctx, { scheme: "rome-3", parent: "A12" })).length).toBeGreaterThan(0);
    expect(await classification(ctx, { scheme: "rome-3", text: "introuvable" })).toEqual([]);
    await expect(classification(ctx, { scheme: "rome-4" })).rejects.toMatchObject({
      code: "vocabulary.scheme_unknown",
      params: { schemes: expect.arrayContaining(["rome-3"]) },
    });
  });

  test("reads a measure's terms as they hold on a day", async () => {
    const diploma = async (on?: string) =>
      (await measureCatalogue(ctx, { on }))
        .find((one) => one.code === "IDMAJ")
        ?.settings.filter((one) => one.setting === "diploma_required")
        .map(({ value, from, to }) => ({ value, from, to }));
    const before = { value: "true", from: null, to: "2024-12-31" };
    const after = { value: "false", from: "2025-01-01", to: null };
    expect(await diploma("2024-12-31")).toEqual([before]);
    expect(await diploma("2025-01-01")).toEqual([after]);
    expect(await diploma()).toEqual([before, after]);
  });

  test("gives the words of the field", async () => {
    expect(await glossaryTerms(ctx, {})).toHaveLength(145);
    expect((await glossaryTerms(ctx, { text: "résiliation" })).map((one) => one.en)).toEqual(["termination"]);
  });
});

describe("a code", () => {
  test("is followed through its alias, so that no fact is posted under one", async () => {
    expect(await resolveIndicator(ctx.db, "service_points_created")).toMatchObject({
      code: "service_points_opened",
    });
    const all = await readIndicators(ctx.db);
    expect(all.size).toBe(76);
    expect(all.get("service_points_created")).toBe(all.get("service_points_opened"));
  });

  test("that nobody knows is refused with codes that come near", async () => {
    await expect(resolveIndicator(ctx.db, "durable_job")).rejects.toMatchObject({
      code: "vocabulary.indicator_unknown",
      params: { near: expect.stringContaining("durable_jobs") },
    });
    await expect(indicatorDetail(ctx, { code: "xyz" })).rejects.toMatchObject({ params: { near: "none" } });
  });
});

describe("a new definition", () => {
  test("holds from its day and leaves the one before as it was", async () => {
    const before = await resolveIndicator(ctx.db, "durable_jobs");
    await expect(
      defineIndicator(ctx, {
        code: "durable_jobs",
        effectiveFrom: "2026-01-01",
        reason: "three months at this partner",
        definition: text("CDI, ou CDD d'au moins 3 mois"),
        parameters: { minimumMonths: 3, confirmedAtMonth: 6 },
      }),
    ).resolves.toEqual({ code: "durable_jobs", version: 2 });
    expect(await resolveIndicator(ctx.db, "durable_jobs", "2025-12-31")).toEqual(before);
    expect((await resolveIndicator(ctx.db, "durable_jobs", "2026-01-01")).definition).toMatchObject({
      version: 2,
      proofLevel: 3,
      parameters: { minimumMonths: 3 },
      evidence: before.definition.evidence,
      reason: "three months at this partner",
    });
    const { versions } = await indicatorDetail(ctx, { code: "durable_jobs" });
    expect(versions.map((one) => one.effectiveFrom)).toEqual(["2000-01-01", "2026-01-01"]);
    const inSql = await firstRow(
      ctx.db,
      sql<{ old: number; now: number }>`
        select indicator_version_on('durable_jobs', '2025-12-31') as old,
               indicator_version_on('durable_jobs', '2026-01-01') as now`,
    );
    expect(inSql).toEqual({ old: 1, now: 2 });
  });

  test("is left alone by a later load", async () => {
    expect((await loadVocabulary(ctx, {})).versions).toEqual({ added: 0, changed: 0 });
    expect((await resolveIndicator(ctx.db, "durable_jobs")).definition.version).toBe(2);
  });

  test("makes an undefined indicator countable from the first day", async () => {
    await defineIndicator(ctx, { ...agreed, code: "jobs_created", effectiveFrom: "2000-01-01" });
    expect((await resolveIndicator(ctx.db, "jobs_created", "2016-06-15")).definition).toMatchObject({
      version: 2,
      state: "defined",
    });
  });

  test("is refused on the day of the one before, for an alias, and for the catch-all", async () => {
    const given = { ...agreed, effectiveFrom: "2000-01-01" };
    await expect(defineIndicator(ctx, { ...given, code: "placements" })).rejects.toMatchObject({
      code: "vocabulary.effective_too_early",
    });
    await expect(defineIndicator(ctx, { ...given, code: "service_points_created" })).rejects.toMatchObject({
      code: "vocabulary.alias_not_defined",
      params: { target: "service_points_opened" },
    });
    await expect(defineIndicator(ctx, { ...given, code: "other" })).rejects.toMatchObject({
      code: "vocabulary.catch_all_not_defined",
    });
  });

  test("written twice at once gets two numbers, or the second is refused", async () => {
    const both = await Promise.allSettled(
      ["2030-01-01", "2031-01-01"].map((effectiveFrom) =>
        defineIndicator(ctx, { ...agreed, code: "placements", effectiveFrom }),
      ),
    );
    const numbers = both.flatMap((one) => (one.status === "fulfilled" ? [one.value.version] : []));
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const one of both) {
      if (one.status === "rejected")
        expect(one.reason).toMatchObject({ code: "vocabulary.effective_too_early" });
    }
  });

  test("is never rewritten: the database refuses it", async () => {
    await withClient(database.ownerUrl, async (client) => {
      await client.query("select set_config('iltizam.actor', 'test', false)");
      await expect(client.query("update indicator_versions set proof_level = 1")).rejects.toThrow(
        /only grows/,
      );
      await expect(
        client.query(
          `insert into indicators (code, alias_of, alias_reason, label_fr, label_ar, label_en, unit, nature, subject,
                                   aggregation, recorded_in)
           values ('alias_of_alias', 'service_points_created', '{}', 'a', 'a', 'a', 'sites', 'flow', 'thing', 'sum',
                   'results')`,
        ),
      ).rejects.toThrow(/foreign key/);
    });
  });
});

describe("an indicator of the office's own", () => {
  const own = {
    ...agreed,
    code: "internships_hosted",
    label: text("stages accueillis"),
    unit: "persons",
    nature: "flow",
    subject: "person",
    aggregation: "distinct",
    effectiveFrom: "2024-01-01",
  } as const;

  test("joins the catalogue with its first definition", async () => {
    await addIndicator(ctx, own);
    expect(await resolveIndicator(ctx.db, "internships_hosted")).toMatchObject({
      arReviewed: false,
      numerator: null,
      definition: { version: 1, state: "defined", effectiveFrom: "2024-01-01" },
    });
  });

  test("is refused under a code that is taken, in an unknown unit, or as a ratio without its two counts", async () => {
    await expect(addIndicator(ctx, own)).rejects.toMatchObject({ code: "vocabulary.indicator_taken" });
    await expect(addIndicator(ctx, { ...own, code: "tons_moved", unit: "tons" })).rejects.toMatchObject({
      code: "vocabulary.unit_unknown",
    });
    const share = {
      ...own,
      code: "hosted_share",
      unit: "percent",
      nature: "ratio",
      subject: "none",
    } as const;
    for (const parts of [
      {},
      { numerator: "placements" },
      { numerator: "placements", denominator: "retention_3" },
    ]) {
      await expect(addIndicator(ctx, { ...share, ...parts, aggregation: "ratio" })).rejects.toMatchObject({
        code: "vocabulary.ratio_parts_wrong",
      });
    }
    const whole = {
      numerator: "internships_hosted",
      denominator: "placements",
      aggregation: "ratio",
    } as const;
    await expect(addIndicator(ctx, { ...share, ...whole, recordedIn: "computed" })).resolves.toHaveProperty(
      "code",
    );
  });
});

describe("a term of a measure", () => {
  const law = {
    measure: "IDMAJ",
    setting: "monthly_allowance_maximum",
    value: "6500.00",
    unit: "money",
    currency: "MAD",
    from: "2027-01-01",
    source: "finance law 2027",
    confidence: "official_text",
  } as const;
  const terms = async (on?: string) =>
    (await measureCatalogue(ctx, { on }))
      .find((one) => one.code === "IDMAJ")
      ?.settings.filter((one) => one.setting === "monthly_allowance_maximum")
      .map(({ value, from, to }) => [value, from, to]);

  test("changes from a day on, and the one before keeps its days", async () => {
    await setMeasure(ctx, law);
    expect(await terms()).toEqual([
      ["6000", null, "2026-12-31"],
      ["6500.00", "2027-01-01", null],
    ]);
    expect(await terms("2026-12-31")).toEqual([["6000", null, "2026-12-31"]]);
    expect((await loadVocabulary(ctx, {})).settings).toEqual({ added: 0, changed: 0 });
  });

  test("is refused in the past of another, for an unknown measure, and as an unreadable amount", async () => {
    await expect(setMeasure(ctx, { ...law, from: "2026-06-01" })).rejects.toMatchObject({
      code: "vocabulary.setting_too_early",
      params: { from: "2027-01-01" },
    });
    await expect(setMeasure(ctx, { ...law, measure: "NOWHERE" })).rejects.toMatchObject({
      code: "vocabulary.measure_unknown",
    });
    await expect(setMeasure(ctx, { ...law, value: "6.500,00" })).rejects.toMatchObject({
      code: "kernel.money_unreadable",
    });
  });
});

test("every refusal has a sentence in the three languages", () => {
  const params = { near: "none", units: ["persons"], schemes: ["rome-3"] };
  for (const name of Object.keys(vocabularyErrors) as (keyof typeof vocabularyErrors)[]) {
    const filled = {
      code: "a",
      label: "b",
      target: "c",
      latest: "d",
      day: "e",
      nature: "f",
      unit: "g",
      scheme: "h",
    };
    const error = vocabularyErrors[name]({ ...params, ...filled, measure: "i", setting: "j", from: "k" });
    for (const locale of locales) expect(errorMessage(locale, error)).not.toMatch(/[{}]|''/);
  }
  expect(message("fr", "vocabulary", "error.indicator_unknown", { code: "x", near: "y" })).toBe(
    "Aucun indicateur n'a le code « x » ; peut-être y.",
  );
});

test("nobody without the right loads or defines", async () => {
  const reader = { ...systemActor, label: "reader", grants: [{ permissions: ["vocabulary.read"] }] };
  const asReader = { ...ctx, actor: reader };
  await expect(loadVocabulary(asReader, {})).rejects.toMatchObject({ code: "kernel.not_allowed" });
  await expect(
    defineIndicator(asReader, { ...agreed, code: "placements", effectiveFrom: "2040-01-01" }),
  ).rejects.toMatchObject({ code: "kernel.not_allowed" });
  await expect(indicatorCatalogue(asReader, {})).resolves.toHaveLength(77);
});
