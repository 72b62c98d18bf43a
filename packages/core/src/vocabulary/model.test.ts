import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isReadable, mayBeFinal, mayTakeEffect, versionOn, whyNoFact } from "./model.ts";

const defined = { definition: { state: "defined" } } as const;
const undefinedYet = { definition: { state: "undefined" } } as const;

describe("a fact may be posted", () => {
  test("under a defined flow that the ledger counts", () => {
    expect(whyNoFact({ ...defined, nature: "flow", recordedIn: "results" })).toBeNull();
  });

  test.each([
    [{ ...undefinedYet, nature: "flow", recordedIn: "results" }, "undefined"],
    [{ ...defined, nature: "ratio", recordedIn: "computed" }, "ratio"],
    [{ ...defined, nature: "stock", recordedIn: "needs" }, "stock"],
    [{ ...defined, nature: "money", recordedIn: "funding" }, "money"],
    [{ ...defined, nature: "flow", recordedIn: "meetings" }, "recorded_elsewhere"],
  ] as const)("not under %o: %s", (indicator, reason) => {
    expect(whyNoFact(indicator)).toBe(reason);
  });
});

test("the value of a measure's term is one in its unit", () => {
  const values = ["24", "1.75", "1,75", "true", "CDI", "-3", ""];
  const read = (unit: string) => values.filter((value) => isReadable(value, unit));
  expect(read("months")).toEqual(["24", "1.75"]);
  expect(read("boolean")).toEqual(["true"]);
  expect(read("contract_type")).toEqual(values);
});

test("a target on an indicator that nobody has defined stays a draft", () => {
  expect(mayBeFinal(defined)).toBe(true);
  expect(mayBeFinal(undefinedYet)).toBe(false);
});

describe("the definition that holds on a day", () => {
  const versions = [
    { version: 1, effectiveFrom: "2000-01-01" },
    { version: 2, effectiveFrom: "2026-01-01" },
  ];

  test.each([
    ["1999-12-31", undefined],
    ["2000-01-01", 1],
    ["2025-12-31", 1],
    ["2026-01-01", 2],
  ])("on %s is version %s", (day, version) => {
    expect(versionOn(versions, day)?.version).toBe(version);
  });

  test("is the later of two that begin on one day", () => {
    const agreed = [...versions.slice(0, 1), { version: 2, effectiveFrom: "2000-01-01" }];
    expect(versionOn(agreed, "2010-01-01")?.version).toBe(2);
  });

  test("never changes for a past day when a definition is added by the rule", () => {
    const day = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 8 }), day, (days, past) => {
        const written = days.reduce(
          (list, next) => {
            const latest = list.at(-1);
            if (latest === undefined || !mayTakeEffect({ ...latest, state: "defined" }, next)) return list;
            const longer = list.concat({ version: latest.version + 1, effectiveFrom: next });
            if (past < next) expect(versionOn(longer, past)).toEqual(versionOn(list, past));
            return longer;
          },
          [{ version: 1, effectiveFrom: "2000-01-01" }],
        );
        expect(versionOn(written, "9999-12-31")?.version).toBe(written.length);
      }),
    );
  });
});

test("a first agreement may hold from the day of the undefined version, a change only later", () => {
  const from = "2000-01-01";
  expect(mayTakeEffect({ effectiveFrom: from, state: "undefined" }, from)).toBe(true);
  expect(mayTakeEffect({ effectiveFrom: from, state: "undefined" }, "1999-12-31")).toBe(false);
  expect(mayTakeEffect({ effectiveFrom: from, state: "defined" }, from)).toBe(false);
  expect(mayTakeEffect({ effectiveFrom: from, state: "defined" }, "2000-01-02")).toBe(true);
});
