import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@iltizam/testkit/database";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Context,
  createContext,
  fixedClock,
  folderFileStore,
  openDatabase,
  systemActor,
} from "../kernel/index.ts";
import { entryRows } from "./catalogue.ts";
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
  const first = await loadVocabulary(ctx, {});
  expect(first).toMatchObject({
    indicators: { added: 76, changed: 0 },
    versions: { added: 75, changed: 0 },
    populations: { added: 18, changed: 0 },
    measures: { added: 15, changed: 0 },
    settings: { added: 36, changed: 0 },
  });
  expect(first.entries).toEqual({ added: entryRows().length, changed: 0 });
});

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

test("what is read is what the schemas promise", async () => {
  const outputs = [
    [indicatorCatalogue, await indicatorCatalogue(ctx, {})],
    [indicatorDetail, await indicatorDetail(ctx, { code: "service_points_created" })],
    [populationCatalogue, await populationCatalogue(ctx, {})],
    [classification, await classification(ctx, { scheme: "contract_types" })],
    [measureCatalogue, await measureCatalogue(ctx, {})],
    [glossaryTerms, await glossaryTerms(ctx, {})],
  ] as const;
  for (const [query, output] of outputs) expect(query.output.parse(output)).toEqual(output);
});
