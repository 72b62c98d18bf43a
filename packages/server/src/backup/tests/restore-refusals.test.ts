import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sealBytes, sealText } from "../format.ts";
import { contentsOf, openTestPlace, recordSomething, type TestPlace } from "./places.ts";

let source: TestPlace;
let target: TestPlace;
let file: string;
let whole: Buffer;
beforeAll(async () => {
  source = await openTestPlace();
  target = await openTestPlace();
  await recordSomething(source);
  file = source.path("whole.iltizam");
  await source.backup(file);
  whole = readFileSync(file);
});
afterAll(() => Promise.all([source.close(), target.close()]));

/** Restores these bytes and gives the code of the refusal. */
async function refusalOf(bytes: Buffer): Promise<string> {
  const path = target.path("given.iltizam");
  writeFileSync(path, bytes);
  return target.restore(path).then(
    () => "restored",
    (error) => String(error.code),
  );
}

/** The same archive with a seal that fits, as another program could write it. */
function sealedAnew(archive: Buffer): Buffer {
  const seal = Buffer.alloc(sealBytes);
  seal.write(sealText(archive.length, createHash("sha256").update(archive).digest("hex")));
  return Buffer.concat([archive, seal]);
}

describe("a file that is not whole", () => {
  let empty: Record<string, unknown>;
  beforeEach(async () => {
    empty = await contentsOf(target);
  });

  test("is refused wherever one bit of it differs, and the place stays empty", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 0, max: 7 }), async (at, bit) => {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        expect(await refusalOf(changed)).toMatch(/^backup\.(altered|cut_short|not_a_backup|format_newer)$/);
      }),
      { numRuns: 60 },
    );
    expect(await contentsOf(target)).toEqual(empty);
  });

  test("is refused wherever it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), async (length) => {
        expect(await refusalOf(whole.subarray(0, length))).toMatch(/^backup\.(cut_short|not_a_backup)$/);
      }),
      { numRuns: 30 },
    );
    expect(await refusalOf(whole.subarray(0, whole.length - 1))).toBe("backup.cut_short");
    expect(await refusalOf(Buffer.alloc(0))).toBe("backup.not_a_backup");
    expect(await contentsOf(target)).toEqual(empty);
  });

  test("is refused when a part differs although the file is sealed", async () => {
    const archive = Buffer.from(whole.subarray(0, -sealBytes));
    const at = archive.indexOf("tables/territories/000001.copy.gz") + 512 + 20;
    archive[at] = (archive[at] ?? 0) ^ 1;
    expect(await refusalOf(sealedAnew(archive))).toBe("backup.altered");
    expect(
      (await target.sql("select nspname from pg_namespace where nspname = 'iltizam_restoring'")).length,
    ).toBe(0);
    await target.restore(file);
    expect(await contentsOf(target)).toEqual(await contentsOf(source));
    await target.sql("drop schema public cascade; create schema public");
    await target.sql(
      "grant usage on schema public to iltizam_app; grant usage, create on schema public to iltizam_counter",
    );
  });
});

test("a file of another program, and a file that is not there", async () => {
  expect(await refusalOf(Buffer.from("PK\u0003\u0004 something else".repeat(100)))).toBe(
    "backup.not_a_backup",
  );
  await expect(target.restore(target.path("absent"))).rejects.toMatchObject({
    code: "backup.file_unreachable",
    params: { reason: "ENOENT" },
  });
});

test("a backup of another version says which change of the database it knows", async () => {
  const with_ = (from: string, to: string) => {
    const archive = whole.subarray(0, -sealBytes).toString("latin1");
    expect(archive).toContain(from);
    return sealedAnew(Buffer.from(archive.replace(from, to), "latin1"));
  };
  expect(await refusalOf(with_('"0001_kernel.sql"', '"9001_kernel.sql"'))).toBe("backup.version_newer");
  const hash =
    /"name": "0001_kernel.sql",\s+"sha256": "([0-9a-f]{64})"/.exec(whole.toString("latin1"))?.[1] ?? "";
  expect(await refusalOf(with_(hash, "0".repeat(64)))).toBe("backup.version_differs");
  const newer = Buffer.from(whole);
  newer.write("iltizam-backup/9", statSync(file).size - sealBytes);
  expect(await refusalOf(newer)).toBe("backup.format_newer");
});

test("a place in which something is recorded is named and left as it is", async () => {
  const before = await contentsOf(source);
  await expect(source.restore(file)).rejects.toMatchObject({
    code: "backup.place_not_empty",
    params: { tables: expect.arrayContaining(["documents"]) },
  });
  expect(await contentsOf(source)).toEqual(before);
});

test("a database of another program is left as it is", async () => {
  const other = await openTestPlace();
  await other.sql(
    "drop schema public cascade; create schema public; create view public.invoices as select 1 as number",
  );
  await expect(other.restore(file)).rejects.toMatchObject({
    code: "backup.place_not_ours",
    params: { tables: ["invoices"] },
  });
  await other.close();
});
