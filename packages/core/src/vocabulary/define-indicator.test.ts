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
import { indicatorDetail } from "./queries.ts";
import { resolveIndicator } from "./read-indicators.ts";

const database = await createTestDatabase();
const opened = openDatabase(database.appUrl);
const ctx: Context = createContext({
  db: opened.db,
  actor: systemActor,
  files: folderFileStore(join(tmpdir(), "iltizam-no-file-is-kept")),
  clock: fixedClock("2026-11-21T10:00:00Z"),
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

beforeAll(async () => {
  await loadVocabulary(ctx, {});
});

const text = (fr: string) => ({ fr, ar: "تعريف متفق عليه", en: fr });
const agreed = {
  reason: "agreed by the steering committee",
  definition: text("Embauche au-delà de l'effectif"),
};

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
    const term = { measure: "i", setting: "j", from: "k", value: "l" };
    const error = vocabularyErrors[name]({ ...params, ...filled, ...term });
    for (const locale of locales) expect(errorMessage(locale, error)).not.toMatch(/[{}]|''/);
  }
  expect(message("fr", "vocabulary", "error.indicator_unknown", { code: "x", near: "y" })).toBe(
    "Aucun indicateur n'a le code « x » ; peut-être y.",
  );
});
