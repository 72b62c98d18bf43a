import { expect, test } from "vitest";
import { type Held, isFunders, isNobodys, moneyOfFunder, movedOf, withoutPayer } from "./model.ts";

const nothing = { called: 0n, paid: 0n, justified: 0n, inKind: false, estimated: false, currency: "MAD" };
const total = (agreement: string, promised: bigint, ...above: string[]): Held => ({
  ...{
    ...nothing,
    reference: `${agreement}/M1`,
    agreement,
    path: [agreement, ...above],
    role: "total",
    funder: null,
  },
  promised,
});
const share = (agreement: string, funder: string | null, promised: bigint, ...above: string[]): Held => ({
  ...{ ...nothing, reference: `${agreement}/M2`, agreement, path: [agreement, ...above] },
  ...{ role: "contribution", funder, promised },
});

test("of 406.80 for two conventions of 374.80 and 32.00 a region pays 160: nobody is named for 246.80", () => {
  const held = [
    total("BUNDLE", 40680n),
    total("CONV-1", 37480n, "BUNDLE"),
    total("CONV-2", 3200n, "BUNDLE"),
    { ...share("BUNDLE", "REGION", 16000n), estimated: true },
  ];
  expect(withoutPayer(held)).toEqual(new Map([["MAD", 24680n]]));
  expect(moneyOfFunder(held.filter(({ funder }) => funder === "REGION"))).toMatchObject([
    { promised: 16000n, below: 0n, estimated: true },
  ]);
});

test("what a funder promises below its own promise is part of it; movements are added at every level", () => {
  const held = [
    { ...share("BUNDLE", "REGION", 160n), paid: 10n },
    { ...share("CONV-1", "REGION", 40n, "BUNDLE"), paid: 30n },
    { ...share("OTHER", "REGION", 5n), inKind: true },
    { ...share("OTHER", "REGION", 7n), currency: "TND" },
  ];
  expect(moneyOfFunder(held)).toMatchObject([
    { currency: "MAD", promised: 160n, below: 40n, inKind: 5n, paid: 40n },
    { currency: "TND", promised: 7n },
  ]);
});

test("without a stated total, the contributions that nobody signs are what has no payer", () => {
  expect(withoutPayer([share("A", null, 70n), share("A", "X", 30n)])).toEqual(new Map([["MAD", 70n]]));
  expect(withoutPayer([total("A", 100n), share("A", null, 70n), share("A", "X", 30n)])).toEqual(
    new Map([["MAD", 70n]]),
  );
});

test("a promise without a number holds nothing, and one in kind holds no money, of what is promised below", () => {
  expect(
    moneyOfFunder([
      { ...share("BUNDLE", "REGION", 0n), promised: null },
      share("CONV-1", "REGION", 40n, "BUNDLE"),
    ]),
  ).toMatchObject([{ promised: 40n, below: 0n }]);
  expect(
    moneyOfFunder([
      { ...share("BUNDLE", "REGION", 50n), inKind: true },
      share("CONV-1", "REGION", 40n, "BUNDLE"),
      { ...share("CONV-1", "REGION", 20n, "BUNDLE"), inKind: true },
    ]),
  ).toMatchObject([{ promised: 40n, inKind: 50n, below: 20n }]);
});

test("what somebody promises below a total has a payer, and with what is left makes up the total", () => {
  const held = [
    total("BUNDLE", 100n),
    share("CONV-1", "REGION", 30n, "BUNDLE"),
    share("BUNDLE", "AGENCY", 20n),
    share("CONV-2", "AGENCY", 5n, "BUNDLE"),
  ];
  expect(withoutPayer(held)).toEqual(new Map([["MAD", 50n]]));
});

test("a line names the payer of what moved on it, and promises nothing; what names nobody makes up the rest", () => {
  const held = [
    { ...total("A", 100n), paid: 7n },
    { ...share("A", "REGION", 60n), paid: 30n },
    { ...share("A", "REGION", 25n), role: "line" as const, paid: 20n, estimated: true },
    { ...share("A", "AGENCY", 15n), role: "line" as const },
    { ...share("A", null, 40n), paid: 2n },
    { ...share("A", null, 9n), role: "line" as const, called: 3n },
  ];
  const funders = held.filter(isFunders);
  expect(new Set(funders.map(({ funder }) => funder))).toEqual(new Set(["REGION"]));
  expect(moneyOfFunder(funders)).toMatchObject([{ promised: 60n, below: 0n, paid: 50n, estimated: false }]);
  expect(movedOf(held.filter(isNobodys))).toEqual([{ currency: "MAD", called: 3n, paid: 9n, justified: 0n }]);
  expect(movedOf(held)).toEqual([{ currency: "MAD", called: 3n, paid: 59n, justified: 0n }]);
  // the lines change nothing of what has no payer
  expect(withoutPayer(held)).toEqual(new Map([["MAD", 40n]]));
});
