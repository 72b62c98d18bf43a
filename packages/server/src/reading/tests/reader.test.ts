import { afterEach, describe, expect, test } from "vitest";
import { readerInProcess, readerInWorker, type WorkerReader } from "../index.ts";

let open: WorkerReader[] = [];
const start = (limit?: number) => {
  const reader = readerInWorker(limit);
  open.push(reader);
  return reader;
};
afterEach(async () => {
  await Promise.all(open.map((reader) => reader.close()));
  open = [];
});

const sentence = "L'ANAPEC et la société Verdanor ont signé lundi une convention pour recruter 120 jeunes.";
const file = (text: string, name = "a.txt") => ({ bytes: Buffer.from(text), name, publishedOn: null });
/** As long as a long agreement. */
const long = `${sentence}\n`.repeat(240);

describe("the reader in a worker thread", () => {
  test("reads what the reader in this thread reads", async () => {
    expect(await start().read(file(sentence))).toEqual(await readerInProcess().read(file(sentence)));
  });

  test("refuses with the same sentence", async () => {
    await expect(start().read(file("", "a.txt"))).rejects.toMatchObject({
      ...{ code: "reading.empty", status: 422, params: { file: "a.txt" } },
    });
  });

  test("leaves this thread free while a text of 20,000 characters is read", async () => {
    expect(long.length).toBeGreaterThan(20_000);
    const reader = start();
    await reader.read(file(sentence));
    const here = process.threadCpuUsage();
    const anywhere = process.cpuUsage();
    await reader.read(file(long));
    // of the processor, not of the clock: what else the machine does takes no part; read here it is more than half
    const [own, all] = [process.threadCpuUsage(here), process.cpuUsage(anywhere)].map(
      ({ user, system }) => user + system,
    );
    expect(own).toBeLessThan((all ?? 0) / 4);
  });

  test("ends a reading that takes too long, and reads the next one", async () => {
    const reader = start(1);
    await expect(reader.read(file(long))).rejects.toMatchObject({
      code: "reading.took_too_long",
      status: 503,
    });
    const patient = start();
    const [slow, quick] = await Promise.all([patient.read(file(long)), patient.read(file(sentence))]);
    expect([slow, quick].map(({ pagesWithoutText }) => pagesWithoutText)).toEqual([[], []]);
  });

  test("starts a thread anew after one was ended", async () => {
    const reader = start();
    await reader.read(file(sentence));
    await reader.close();
    expect(await reader.read(file(sentence))).toMatchObject({ pagesWithoutText: [] });
  });
});

test("the port knows bodies under every name and what words give", () => {
  const { bodyNamed, gives } = readerInProcess();
  expect(bodyNamed("الوكالة الوطنية لإنعاش التشغيل والكفاءات")?.names).toContainEqual({
    name: "ANAPEC",
    language: "fr",
  });
  expect(bodyNamed("Verdanor")).toBeNull();
  expect(gives("406,80 millions de DH", "406800000.00")).toBe(true);
  expect(gives("quinze jeunes", 15)).toBe(true);
  expect(gives("quinze jeunes", 16)).toBe(false);
});
