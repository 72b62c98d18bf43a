import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { readXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { locales } from "../kernel/index.ts";
import { registerPerson, updatePerson } from "../people/index.ts";
import { correctResult, declare, recordResult, verifyResult, withdrawResult } from "../results/index.ts";
import { differenceOf, mask } from "./difference.ts";
import { exportJournal, readJournal } from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-audit-")));
});
afterAll(() => world.close());

const document = { number: "ZZ 820001" };
const acts = async (filter: Parameters<typeof readJournal>[1]) =>
  (await readJournal(world.ctx, filter)).entries.map(({ act }) => act);

describe("who changed this figure, when, why", () => {
  let fact: string;
  let subject: string;
  beforeAll(async () => {
    const officer = world.at("2026-03-01T09:00:00Z", {
      ...actorWith("Officer"),
      grants: [{ permissions: ["*"] }],
    });
    const person = { name: "Siham Inventée", phone: "0677889900" };
    ({ subject } = await registerPerson(officer, { space: "simulated", document, person }));
    const told = { commitment: "AGR-1/1", date: "2026-02-01", source: "test" };
    ({ fact } = await recordResult(officer, { ...told, subject: { document } }));
    await recordResult(officer, { ...told, commitment: "AGR-2/1", subject: { id: await world.person() } });
    const judge = world.at("2026-03-02T09:00:00Z", {
      ...actorWith("Judge"),
      grants: [{ permissions: ["*"] }],
    });
    await verifyResult(judge, { fact, evidence: 2, reason: "contract seen" });
    const period = { from: "2026-01-01", to: "2026-03-31" };
    await declare(judge, { commitment: "AGR-1/1", declarant: "ORG-1", period, quantity: 12 });
    await updatePerson(judge, { subject, fields: { phone: "0600000001" }, reason: "new number" });
    ({ fact } = await correctResult(judge, { fact, changes: { sex: "F" }, reason: "read again" }));
    await withdrawResult(world.at("2026-03-03T09:00:00Z"), { fact, reason: "not hers" });
  });

  test("each of the words has its own entries, latest first", async () => {
    const of = (figure: string, measure: "declared" | "realised" | "proven") => acts({ figure, measure });
    expect(await of("AGR-1/1", "realised")).toEqual([
      "results.withdraw",
      "results.correct",
      "results.record",
    ]);
    expect(await of("AGR-1/1", "proven")).toEqual([
      ...["results.withdraw", "results.correct", "results.verify", "results.record"],
    ]);
    expect(await of("AGR-1/1", "declared")).toEqual(["results.declare"]);
    expect((await of("BUN-1", "realised")).length).toBe(4);
    expect(await of("AGR-3/1", "realised")).toEqual([]);
    await expect(of("AGR-1/9", "realised")).rejects.toMatchObject({ code: "audit.figure_unknown" });
  });

  test("an entry is a sentence in each language, with its reason", async () => {
    const first = async (lang: "fr" | "ar" | "en") =>
      (await readJournal(world.ctx, { figure: "AGR-1/1", measure: "proven", lang, act: "results.verify" }))
        .entries[0];
    expect(await first("en")).toMatchObject({
      ...{ actor: "Judge", reason: "contract seen", object: { kind: "fact", label: "AGR-1/1, 2026-02-01" } },
      sentence: "\u2068Judge\u2069 verified the evidence of the result \u2068AGR-1/1, 2026-02-01\u2069",
      changes: [{ field: "evidence", before: null, after: "2" }],
    });
    expect((await first("fr"))?.sentence).toContain("a vérifié la preuve");
    expect((await first("ar"))?.sentence).toContain("تحقق من إثبات");
  });

  test("of a person everything is found by her subject, and nothing says who she is", async () => {
    const { entries } = await readJournal(world.ctx, { subject });
    expect(entries.map(({ act }) => act)).toEqual([
      ...[
        "results.withdraw",
        "results.correct",
        "people.update",
        "results.verify",
        "results.record",
        "people.register",
      ],
    ]);
    expect(entries.find(({ act }) => act === "people.update")?.changes).toEqual([
      { field: "sealed", before: mask, after: mask },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Siham|067788|0600000001|ZZ ?820001/);
  });

  test("it is narrowed by actor, act, folder and period", async () => {
    expect(await acts({ actor: "jud", act: "people" })).toEqual(["people.update"]);
    expect(await acts({ from: "2026-03-03", to: "2026-03-03" })).toEqual(["results.withdraw"]);
    expect(await acts({ object: "AGR-1/1", act: "results.record" })).toEqual([]);
    expect(await acts({ object: fact })).toEqual(["results.withdraw", "results.correct"]);
  });
});

test("pages follow one another without a gap and without a row twice", async () => {
  const ctx = world.at("2025-05-01T09:00:00Z");
  for (let count = 0; count < 120; count += 1) {
    const told = {
      commitment: "AGR-3/1",
      date: "2025-04-01",
      source: "pages",
      subject: { id: await world.person() },
    };
    await recordResult(ctx, told);
  }
  const seen: string[] = [];
  const filter = { figure: "AGR-3/1", measure: "realised" } as const;
  for (let after: string | null | undefined; after !== null; ) {
    const page = await readJournal(world.ctx, { ...filter, ...(after && { after }) });
    seen.push(...page.entries.map(({ id }) => id));
    after = page.after;
  }
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
});

test("an export holds the same entries and does not run in a spreadsheet", async () => {
  const ctx = world.at("2026-04-01T09:00:00Z", {
    ...actorWith("=cmd|' /C calc'!A0"),
    grants: [{ permissions: ["*"] }],
  });
  await recordResult(ctx, {
    commitment: "PROG-1/1",
    date: "2026-02-02",
    source: "test",
    subject: { id: await world.person() },
  });
  const filter = { figure: "PROG-1/1", measure: "realised" } as const;
  const csv = await exportJournal(world.ctx, { ...filter, format: "csv", lang: "fr" });
  const text = Buffer.from(csv.base64, "base64").toString();
  expect(csv.rows).toBe(1);
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain(",'=cmd|");
  expect(text).not.toMatch(/[,\n"]=cmd/);
  const xlsx = await exportJournal(world.ctx, { ...filter, format: "xlsx", lang: "ar" });
  const [sheet] = (await readXlsx(Buffer.from(xlsx.base64, "base64"))).sheets;
  expect(sheet?.rows[1]?.[1]).toBe("'=cmd|' /C calc'!A0");
});

test("a difference names the fields that changed, and masks what names somebody", () => {
  const [before, after] = [
    { target: { quantity: 6000, unit: "persons" } },
    { target: { quantity: 4000, unit: "persons" } },
  ];
  expect(differenceOf("commitment", before, after)).toEqual([
    { field: "target.quantity", before: "6000", after: "4000" },
  ]);
  expect(differenceOf("user", null, { name: "Somebody", state: "active" })).toEqual([
    { field: "name", before: null, after: mask },
    { field: "state", before: null, after: "active" },
  ]);
  expect(differenceOf("organisation", { name: "A" }, { name: "B" })).toHaveLength(1);
});

/** The names of all acts, as their folders declare them. */
function actNames(): string[] {
  const roots = [new URL("../", import.meta.url), new URL("../../../server/src/", import.meta.url)];
  const files = roots.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.includes(".test.") && !file.includes("tests/"))
      .map((file) => readFileSync(new URL(file, root), "utf8")),
  );
  return files.flatMap((text) =>
    [...text.matchAll(/defineAct\(\{\s*name: "([a-z_]+\.[a-z_]+)"/g)].map(([, name]) => name ?? ""),
  );
}

test("every act has a sentence in the three languages", () => {
  const names = actNames();
  expect(names.length).toBeGreaterThan(120);
  for (const locale of locales) {
    const messages = JSON.parse(readFileSync(new URL(`messages/${locale}.json`, import.meta.url), "utf8"));
    expect(names.filter((name) => !(`act.${name}` in messages))).toEqual([]);
  }
});
