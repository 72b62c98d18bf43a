import type { StandingRow } from "@iltizam/core/standings";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { sayIn } from "../say.ts";
import { showStandings } from "./show-standings.ts";

const id = "01a200a8-3392-7793-9039-4d9ca30a3f55";
const row: StandingRow = {
  ...{
    agreement: "R90-2026-1",
    agreementId: id,
    node: "R90-2026-1/1",
    nodeId: id,
    commitment: "R90-2026-1/1",
  },
  ...{ kind: "result", draft: false, wording: "insertion de jeunes diplômés dans des emplois durables" },
  ...{ indicator: "placements", version: 1, unit: "persons", population: [], territory: "test:90" },
  ...{ period: { from: "2026-01-01", to: "2026-12-31" }, deadline: "2026-12-31", announced: [] },
  ...{ signed: { original: 2000, current: 1500 }, declared: 312, realised: 300, proven: 120 },
  ...{ remaining: { realised: 1200, proven: 1380 }, aboveTarget: 0, overlap: 7, children: null },
  ...{ byEvidence: { E1: 180, E2: 120, E3: 0, E4: 0 }, state: "late", elapsed: 0.5 },
  ...{ asOf: null, knownOn: null, space: "simulated" },
};
const reading: StandingRow["announced"][number] = {
  ...{ value: 6000, source: "Article A", passage: "6.000 emplois", indicator: "jobs", countsAs: "jobs" },
  ...{ saidBy: null, qualifier: "exact", adopted: false, documentId: id, passageId: id, assertionId: id },
};
const other = { ...reading, assertionId: "01a200a8-3392-7793-9039-4d9ca30a3f56", source: "Article B" };

function shown(rows: readonly StandingRow[], locale: "fr" | "ar" | "en" = "en", width = 120): string {
  return showStandings(rows, { say: sayIn(locale), indicator: (code) => `<${code}>` }, width);
}

/** The cells of a table's first row of data, each with its lines in one. */
function cells(text: string): string[] {
  const lines = text.split("\n").filter((line) => line.startsWith("│"));
  const parts = lines.slice(1).map((line) => line.split("│").slice(1, -1));
  return (parts[0] ?? []).map((_, column) =>
    parts
      .map((part) => part[column]?.trim())
      .join(" ")
      .trim(),
  );
}

test("a promise has every word of the ledger in its row", () => {
  const [promise, announced, ...numbers] = cells(shown([row]));
  expect(promise).toContain("R90-2026-1/1");
  expect(promise).toContain("<placements>");
  expect(promise).toContain("deadline Dec 31, 2026");
  expect(promise).toContain("12 declared without names");
  expect(promise).toContain("7 also counted under other promises");
  expect(announced).toBe("–");
  expect(numbers).toEqual(["1,500 (2,000)", "312", "300", "120", "1,200 1,380", "late"]);
});

test("what is simulated says so, and is never in one table with what is real", () => {
  expect(shown([row])).toMatch(/^SIMULATED/);
  const both = shown([{ ...row, space: "real" }, row]);
  expect(both.split("┌")).toHaveLength(3);
  expect(both).toMatch(/^Real announcements[\s\S]+SIMULATED/);
  expect(shown([row], "fr")).toMatch(/^SIMULÉ/);
  expect(shown([row], "ar")).toMatch(/^محاكاة/);
});

test("nothing recorded and no deadline are said, not shown as zero", () => {
  const none = {
    ...row,
    ...{ deadline: null, signed: { original: null, current: null }, declared: null, realised: 0, proven: 0 },
    ...{ remaining: { realised: null, proven: null }, aboveTarget: null, overlap: 0 },
    ...({ state: "no_evidence", draft: true } as const),
  };
  const [promise, , signed, declared, , , remaining, state] = cells(shown([none]));
  expect(promise).toContain("no deadline in the text");
  expect([signed, declared, remaining]).toEqual(["–", "–", "–"]);
  expect(state).toBe("no evidence available (draft)");
  expect(shown([{ ...none, state: "no_deadline" }])).toContain("no deadline");
  expect(shown([])).toBe("No promise is recorded here.");
});

describe("announced figures", () => {
  const announcedIn = (readings: StandingRow["announced"]) => {
    const text = shown([{ ...row, announced: readings }]);
    const notes = text.split("\n").filter((line) => line.startsWith("["));
    return { cell: cells(text)[1], notes };
  };

  test("of one source: the figure", () => {
    expect(announcedIn([reading])).toEqual({ cell: "6,000", notes: [] });
    expect(announcedIn([{ ...reading, qualifier: "at_least" }]).cell).toBe("≥ 6,000");
    expect(announcedIn([{ ...reading, value: null, qualifier: "unquantified" }]).cell).toBe("no number");
  });

  test("of one indicator that differ: a range, and each wording", () => {
    const { cell, notes } = announcedIn([{ ...reading, value: 8000 }, other]);
    expect(cell).toBe("6,000–8,000 8,000 [1] 6,000 [2]");
    expect(notes).toEqual([
      "[1] 8,000 · <jobs> · « 6.000 emplois » — Article A",
      "[2] 6,000 · <jobs> · « 6.000 emplois » — Article B",
    ]);
  });

  test("that differ in indicator: each under its wording, no range", () => {
    const { cell, notes } = announcedIn([reading, { ...other, indicator: "durable", countsAs: "durable" }]);
    expect(cell).toBe("6,000 [1] 6,000 [2]");
    expect(notes[1]).toContain("<durable>");
  });

  test("that agree: the figure once, with all its sources", () => {
    const { cell, notes } = announcedIn([reading, { ...other, saidBy: "la ministre" }]);
    expect(cell).toBe("6,000 [1] [2]");
    expect(notes[1]).toContain("(la ministre)");
  });

  test("of which a person adopted one: that one", () => {
    const { cell, notes } = announcedIn([reading, { ...other, value: 7000, adopted: true }]);
    expect(cell).toBe("7,000 [1]");
    expect(notes[0]).toContain("adopted reading");
  });
});

test("a node shows its own count, and how many were counted in more than one", () => {
  const node = { ...row, node: "R90-2026", commitment: null, wording: null, state: null, announced: [] };
  const children = { realised: 310, proven: 125, countedInMoreThanOne: 10 };
  const [promise] = cells(shown([{ ...node, children }]));
  expect(promise).toBe("R90-2026 <placements> its promises add up to 310 counted in more than one: 10");
});

test("the days that were asked for stand above the table", () => {
  expect(shown([{ ...row, asOf: "2026-06-30", knownOn: "2026-07-15" }])).toMatch(
    /^SIMULATED[^\n]+facts up to Jun 30, 2026 · as known on Jul 15, 2026\n/,
  );
});

test("more than the target is said", () => {
  const above = { ...row, remaining: { realised: 0, proven: 0 }, aboveTarget: 40 };
  expect(cells(shown([above]))[6]).toBe("0 40 above target");
});

test.each(["fr", "ar", "en"] as const)("in %s the table fits a terminal of 100 to 160 columns", (locale) => {
  for (const width of [80, 100, 130, 160, 220]) {
    const lines = shown([{ ...row, announced: [reading, other] }], locale, width).split("\n");
    const table = lines.filter((line) => /^[│┌├└]/.test(line));
    const widths = new Set(table.map((line) => stringWidth(line)));
    expect([...widths]).toEqual([Math.min(160, Math.max(100, width))]);
    expect(table.join("")).not.toContain("…");
  }
});
