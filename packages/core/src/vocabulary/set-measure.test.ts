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
import { loadVocabulary } from "./load-vocabulary.ts";
import { measureCatalogue } from "./queries.ts";
import { setMeasure } from "./set-measure.ts";

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
    await expect(
      setMeasure(ctx, { ...law, setting: "maximum_duration", unit: "months", value: "two years" }),
    ).rejects.toMatchObject({ code: "vocabulary.setting_unreadable" });
  });
});
