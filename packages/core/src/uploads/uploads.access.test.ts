// A sheet that comes in by the browser: tried, looked at, recorded; who may send one, and who sees it.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, systemActor } from "../kernel/index.ts";
import { countedNow } from "../results/index.ts";
import { sheetsToSend, sheetTemplate, uploadState } from "./queries.ts";
import { claimUpload, runUpload, tidyUploads } from "./run-upload.ts";
import { recordSheet, sendSheet } from "./send-sheet.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-uploads-")));
});
afterAll(() => world.close());

const as = (actor: Actor) => ({ ...world.ctx, actor });
const director = actorWith("director", "uploads.send", "results.import", "results.read", "people.find");
const own = () => as(director);
const base64 = (text: string) => Buffer.from(text).toString("base64");
const good = ["AGR-1/1,2026-03-02,ZZ900001,90.1.01", "AGR-1/1,2026-03-03,ZZ900002,90.1.01"];
const sheet = (...rows: string[]) => ["commitment,date,document_number,place", ...rows].join("\n");

async function send(text: string, kind = "results") {
  const given = {
    space: "simulated",
    kind,
    name: "mars.csv",
    base64: base64(text),
    source: "agence",
  } as const;
  const { upload } = await sendSheet(own(), given);
  return upload;
}

/** What the server's job does. */
async function runAll() {
  const job = as(systemActor);
  for (
    let { upload } = await claimUpload(job, {});
    upload !== null;
    { upload } = await claimUpload(job, {})
  ) {
    await runUpload(job, upload);
  }
}

test("a sheet is tried without a trace, its errors have their cells, and its good rows are recorded", async () => {
  const upload = await send(
    sheet(...good, "AGR-9/9,2026-03-04,ZZ900003,90.1.01", "AGR-1/1,yesterday,ZZ900004,"),
  );
  expect(await uploadState(own(), { upload })).toMatchObject({ state: "waiting", outcome: null });
  await expect(recordSheet(own(), { upload })).rejects.toThrow("uploads.not_tried");
  await runAll();
  const tried = await uploadState(own(), { upload });
  expect(tried).toMatchObject({
    state: "tried",
    outcome: { rows: 4, added: 2, refused: 2, recorded: false },
  });
  expect(tried.outcome?.places).toEqual(["commitment", "date", "document_number", "place"]);
  expect(tried.outcome?.findings.listed.map(({ row, column, code }) => [row, column, code])).toEqual([
    [4, "commitment", "results.commitment_unknown"],
    [5, "date", "sheets.date_unreadable"],
  ]);
  expect(tried.outcome?.findings.listed[1]?.message).toBe(
    "Ce n’est pas une date (de 1900 à 2200) ; acceptés : 2023-05-12, 12/05/2023.",
  );
  const inArabic = await uploadState(own(), { upload, lang: "ar" });
  expect(inArabic.outcome?.findings.listed[0]?.message).toMatch(/[\u0600-\u06ff]/);
  expect(JSON.stringify(tried)).not.toMatch(/ZZ9|yesterday/);
  expect(await countedNow(world.ctx.db, [world.id("AGR-1/1")])).toEqual([]);
  await recordSheet(own(), { upload, partial: true });
  await runAll();
  const done = await uploadState(own(), { upload });
  expect(done).toMatchObject({ state: "recorded", outcome: { added: 2, refused: 2, recorded: true } });
  const [count] = await countedNow(world.ctx.db, [world.id("AGR-1/1")]);
  expect(count?.total).toBe(2);
  await expect(recordSheet(own(), { upload })).rejects.toThrow("uploads.not_tried");
});

test("a file of results lies sealed, and is destroyed once it is recorded", async () => {
  const upload = await send(sheet("AGR-2/1,2026-03-02,ZZ900001,90.1.01"));
  const held = async () => {
    const hashes: string[] = [];
    for await (const hash of world.ctx.files.hashes()) hashes.push(hash);
    return Promise.all(hashes.map((hash) => world.ctx.files.get(hash)));
  };
  const before = await held();
  expect(before.length).toBeGreaterThan(0);
  expect(before.some((bytes) => bytes.includes("ZZ900001"))).toBe(false);
  await runAll();
  await recordSheet(own(), { upload });
  await runAll();
  expect(await held()).toHaveLength(before.length - 1);
});

test("a file that cannot be read is refused with its reason; one without the right is refused as the import itself is", async () => {
  const damaged = await send("%PDF-1.4");
  await runAll();
  expect(await uploadState(own(), { upload: damaged })).toMatchObject({
    ...{ state: "refused", refusal: { code: "sheets.file_not_a_sheet" } },
  });
  const notHers = await send("reference,kind,name\nATLAS,company,Atlas\n", "organisations");
  await runAll();
  expect(await uploadState(own(), { upload: notHers })).toMatchObject({
    ...{ state: "refused", refusal: { code: "kernel.not_allowed" } },
  });
  const no = await send("x").then((upload) => upload);
  await tidyUploads(as(systemActor), {});
  expect(await uploadState(own(), { upload: no })).toMatchObject({ state: "waiting" });
});

test("only who sent a sheet sees it, and only who may import something sends one", async () => {
  const upload = await send(sheet(...good));
  const other = as(actorWith("other", "uploads.send"));
  await expect(uploadState(other, { upload })).rejects.toThrow("uploads.unknown");
  await expect(recordSheet(other, { upload })).rejects.toThrow("uploads.unknown");
  const nobody = as(actorWith("nobody", "results.read"));
  const given = { space: "simulated", kind: "results", name: "a.csv", base64: base64("a") } as const;
  await expect(sendSheet(nobody, given)).rejects.toThrow("kernel.not_allowed");
  await expect(sheetsToSend(nobody, {})).rejects.toThrow("kernel.not_allowed");
  await expect(sheetTemplate(nobody, { kind: "results" })).rejects.toThrow("kernel.not_allowed");
  await expect(claimUpload(own(), {})).rejects.toThrow("kernel.not_allowed");
  await expect(sendSheet(own(), { ...given, kind: "people" })).rejects.toThrow("uploads.kind_unknown");
});

test("each kind has its template and its columns in three languages", async () => {
  const kinds = await sheetsToSend(own(), {});
  expect(kinds.map(({ kind }) => kind)).toEqual([
    ...["organisations", "agreements", "commitments", "contributions", "results", "declarations"],
  ]);
  for (const { kind } of kinds) {
    const { base64: bytes } = await sheetTemplate(own(), { kind });
    expect(Buffer.from(bytes, "base64").subarray(0, 2).toString()).toBe("PK");
  }
});
