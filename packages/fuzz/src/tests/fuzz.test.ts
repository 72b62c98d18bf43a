// Two thousand hostile requests in every run of the tests: half of them always the same, half of them new ones.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fuzz } from "../fuzz.ts";
import { type House, openHouse } from "../house/open-house.ts";
import { tallyLines } from "../tally.ts";

const requests = 1000;
let house: House;
beforeAll(async () => {
  house = await openHouse({ whole: false, tell: () => undefined });
});
afterAll(() => house.close());

test.each(["iltizam", randomBytes(6).toString("hex")])(
  "nothing that is asked with the seed %s breaks, tells of the inside or records what it should not",
  async (seed) => {
    const { findings, tally } = await fuzz(house, { seed, requests });
    process.stdout.write(`fuzz: seed ${seed}\n${tallyLines(tally).at(-1)}\n`);
    expect(findings.map(({ where, fault, curl }) => `${where}: ${fault}\n${curl}`)).toEqual([]);
  },
  120_000,
);
