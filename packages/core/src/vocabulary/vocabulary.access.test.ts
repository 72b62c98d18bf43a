import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "@iltizam/testkit/database";
import { afterAll, expect, test } from "vitest";
import {
  type Context,
  createContext,
  fixedClock,
  folderFileStore,
  type Grant,
  openDatabase,
  systemActor,
} from "../kernel/index.ts";
import { addIndicator } from "./add-indicator.ts";
import { defineIndicator } from "./define-indicator.ts";
import { loadVocabulary } from "./load-vocabulary.ts";
import {
  classification,
  glossaryTerms,
  indicatorCatalogue,
  indicatorDetail,
  measureCatalogue,
  populationCatalogue,
} from "./queries.ts";
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

const text = { fr: "texte", ar: "نص", en: "text" };
const agreed = { effectiveFrom: "2020-01-01", reason: "agreed", definition: text };
const own = {
  ...agreed,
  code: "internships_hosted",
  label: text,
  unit: "persons",
  nature: "flow",
  subject: "person",
  aggregation: "distinct",
} as const;
const law = {
  measure: "IDMAJ",
  setting: "maximum_duration",
  value: "18",
  unit: "months",
  from: "2027-01-01",
  source: "finance law 2027",
  confidence: "official_text",
} as const;

/** Every call with an input that it accepts, and the right that it asks for. */
const calls: readonly (readonly [string, string, (ctx: Context) => Promise<unknown>])[] = [
  ["loadVocabulary", "vocabulary.load", (ctx) => loadVocabulary(ctx, {})],
  ["addIndicator", "vocabulary.define", (ctx) => addIndicator(ctx, own)],
  [
    "defineIndicator",
    "vocabulary.define",
    (ctx) => defineIndicator(ctx, { ...agreed, code: "jobs_created" }),
  ],
  ["setMeasure", "vocabulary.define", (ctx) => setMeasure(ctx, law)],
  ["indicatorCatalogue", "vocabulary.read", (ctx) => indicatorCatalogue(ctx, {})],
  ["indicatorDetail", "vocabulary.read", (ctx) => indicatorDetail(ctx, { code: "placements" })],
  ["populationCatalogue", "vocabulary.read", (ctx) => populationCatalogue(ctx, {})],
  ["classification", "vocabulary.read", (ctx) => classification(ctx, { scheme: "units" })],
  ["measureCatalogue", "vocabulary.read", (ctx) => measureCatalogue(ctx, {})],
  ["glossaryTerms", "vocabulary.read", (ctx) => glossaryTerms(ctx, {})],
];
const actorWith = (grant: Grant): Context => ({
  ...ctx,
  actor: { ...systemActor, label: "somebody", grants: [grant] },
});

test.each(calls)("%s is for whoever holds %s", async (_name, permission, call) => {
  await expect(call(actorWith({ permissions: [permission] }))).resolves.toBeDefined();
});

test.each(calls)("%s is refused without %s", async (_name, permission, call) => {
  const refused = { code: "kernel.not_allowed", params: { permission, actor: "somebody" } };
  await expect(call(actorWith({ permissions: ["agreements.read"] }))).rejects.toMatchObject(refused);
});

const id = "00000000-0000-7000-8000-000000000002";
test.each(calls)(
  "%s with %s in one place: everybody reads what is the same for all, nobody there changes it",
  async (_name, permission, call) => {
    for (const where of [{ territory: id }, { organisation: id }]) {
      const asked = call(actorWith({ permissions: [permission], ...where }));
      if (permission.endsWith(".read")) await expect(asked).resolves.toBeDefined();
      else await expect(asked).rejects.toMatchObject({ code: "kernel.not_allowed", params: { permission } });
    }
  },
);
