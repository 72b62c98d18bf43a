import { type TestPlace, testPlace, write } from "@iltizam/testkit/agreement";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readerOf } from "./convert-amounts.ts";
import { listRates } from "./list-rates.ts";
import { correctRate, withdrawRate } from "./put-right.ts";
import { recordRate } from "./record-rate.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const space = "simulated" as const;
const source = "Cours de la place fictive";
const pair = { space, from: "TND", to: "MAD", source };
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );
const tnd = (minor: bigint, on: string | null) => ({ currency: "TND", minor, on });
/** Amounts in dirhams, as known on a day. */
const read = async (amounts: ReturnType<typeof tnd>[], knownOn: string | null = null, where = space) => {
  const reading = { space: where, to: "MAD", knownOn, timeZone: place.ctx.timeZone };
  return (await readerOf(place.ctx.db, reading, amounts))(amounts);
};

test("each amount goes by the rate of its day, else by the last within 31 days before; else there is no total", async () => {
  await recordRate(place.ctx, { ...pair, on: "2025-03-01", rate: "3.4" });
  await recordRate(place.ctx, {
    ...pair,
    on: "2025-03-05",
    rate: "3.4127",
    address: "https://place.example/cours",
  });
  const { total, amounts, missing } = await read([
    ...[tnd(1_234_567n, "2025-03-05"), tnd(1_000n, "2025-03-04")],
    { currency: "MAD", minor: 500n, on: null },
    tnd(1_000n, "2025-04-05"),
  ]);
  expect([total, missing]).toEqual(["4225.02", []]);
  expect(amounts.map(({ converted, rate }) => [converted, rate?.rate, rate?.on, rate?.age])).toEqual([
    ["4213.21", "3.4127", "2025-03-05", 0],
    ["3.40", "3.4", "2025-03-01", 3],
    ["5.00", undefined, undefined, undefined],
    ["3.41", "3.4127", "2025-03-05", 31],
  ]);
  const late = [tnd(1n, "2025-04-06"), tnd(2n, "2025-04-06"), tnd(1n, "2025-02-28"), tnd(1n, null)];
  expect(await read([...late, tnd(1_000n, "2025-03-05")])).toMatchObject({
    total: null,
    missing: [
      { from: "TND", to: "MAD", on: "2025-04-06" },
      { from: "TND", to: "MAD", on: "2025-02-28" },
      { from: "TND", to: "MAD", on: null },
    ],
  });
  // not the other way round, and not of the other space
  expect((await read([tnd(1n, "2025-03-05")], null, "real" as typeof space)).total).toBe(null);
  const back = { space, to: "TND", knownOn: null, timeZone: place.ctx.timeZone };
  const dirhams = [{ currency: "MAD", minor: 1n, on: "2025-03-05" }];
  expect((await readerOf(place.ctx.db, back, dirhams))(dirhams).total).toBe(null);
});

test("a rate that is put right stays in view, and a reading of the day before goes by what was known", async () => {
  const early = place.at("2025-06-02T10:00:00Z");
  const { id } = await recordRate(early, { ...pair, from: "EUR", on: "2025-06-02", rate: "1.08" });
  const later = place.at("2025-06-10T10:00:00Z");
  const right = { on: "2025-06-02", value: "10.8", source, reason: "virgule déplacée" };
  const { id: second } = await correctRate(later, { rate: id, ...right });
  const euro = [{ currency: "EUR", minor: 100n, on: "2025-06-03" }];
  expect([(await read(euro)).total, (await read(euro, "2025-06-09")).total]).toEqual(["10.80", "1.08"]);
  expect((await read(euro, "2025-06-01")).total).toBe(null);
  const { rates, total } = await listRates(place.ctx, { space, from: "EUR" });
  expect([total, rates]).toMatchObject([
    2,
    [
      { id: second, rate: "10.8", withdrawn: null },
      { id, rate: "1.08", withdrawn: { reason: "virgule déplacée" } },
    ],
  ]);
  expect(await codeOf(correctRate(later, { rate: id, ...right }))).toBe("rates.withdrawn");
  await withdrawRate(later, { rate: second, reason: "publié par erreur" });
  expect((await read(euro)).total).toBe(null);
  expect(await codeOf(recordRate(later, { ...pair, from: "EUR", on: "2025-06-02", rate: "10.81" }))).toBe(
    "done",
  );
});

test("what cannot be a rate is refused, and none is overwritten or deleted", async () => {
  const told = { ...pair, from: "USD", on: "2025-03-01", rate: "9.9" };
  await recordRate(place.ctx, told);
  expect(await codeOf(recordRate(place.ctx, { ...told, rate: "9.8" }))).toBe("rates.known_already");
  expect(await codeOf(recordRate(place.ctx, { ...told, from: "MAD" }))).toBe("rates.same_currency");
  expect(await codeOf(recordRate(place.ctx, { ...told, on: "2999-01-01" }))).toBe("rates.day_to_come");
  expect(await codeOf(recordRate(place.ctx, { ...told, rate: "0" }))).toBe("kernel.input_invalid");
  expect(await codeOf(withdrawRate(place.ctx, { rate: place.ctx.ids.next(), reason: "aucun" }))).toBe(
    "rates.unknown",
  );
  const overwrite = write(place.ctx, sql`update exchange_rates set rate = 1 where from_currency = 'USD'`);
  await expect(overwrite).rejects.toThrow(/never overwritten/);
  await expect(write(place.ctx, sql`delete from exchange_rates`)).rejects.toThrow(/permission denied/);
});
