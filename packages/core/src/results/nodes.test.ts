// The count of a node, now and on a past day, against the oracle: the splits, the populations, and the rows that make it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, readLedger, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dbOf } from "../kernel/index.ts";
import {
  countCells,
  marginsOfNode,
  mergeSubjects,
  recordResult,
  resultsOfNode,
  verifyResult,
  withdrawResult,
} from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-nodes-"));
const verifier = actorWith("verifier", "results.verify");
const space = "simulated";
const indicator = "durable_jobs";
let world: SmallWorld;

beforeAll(async () => {
  world = await makeSmallWorld(folder);
  const people = await Promise.all(Array.from({ length: 14 }, () => world.person()));
  const commitments = ["AGR-1/1", "AGR-2/1", "AGR-3/1", "PROG-1/1"];
  const places = ["90.1.01", "90.2.01", "90.1", "90", "FR", "unknown"];
  for (let at = 0; at < 40; at += 1) {
    const day = `2026-01-${String(1 + (at % 28)).padStart(2, "0")}`;
    const { fact } = await recordResult(world.at(`${day}T10:00:00Z`), {
      ...{ commitment: commitments[at % 4] ?? "", source: "test", externalId: `${at}` },
      subject: { id: people[(at * 5) % 14] ?? "" },
      ...{ date: `2025-${String(1 + (at % 12)).padStart(2, "0")}-10`, place: places[at % 6] ?? "unknown" },
      ...{ sex: (["F", "M", "U"] as const)[at % 3] ?? "U", age: 17 + at, education: at % 2 ? "3" : "6" },
      segments: at % 5 === 0 ? ["neet"] : [],
    });
    if (at % 3 === 0)
      await verifyResult(
        { ...world.at(`${day}T11:00:00Z`), actor: verifier },
        { fact, ...(at % 2 ? { evidence: 2 } : { evidence: 3, matchedWith: "CNSS" }) },
      );
    if (at % 7 === 0) await withdrawResult(world.at("2026-02-10T10:00:00Z"), { fact, reason: "erreur" });
  }
  const [one = "", other = ""] = people;
  await mergeSubjects(world.at("2026-02-20T10:00:00Z"), { subject: one, into: other, reason: "la même" });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const views = [
  {},
  { knownOn: "2026-01-15" },
  { knownOn: "2026-02-15" },
  { asOf: "2025-06-30" },
  { asOf: "2025-09-30", knownOn: "2026-01-20" },
];
const nodes = [
  ...["ZZ", "90", "90.1", "90.2"].map((territory) => ({ name: territory, territory })),
  ...["PROG-1", "BUN-1", "AGR-1", "AGR-3"].map((agreement) => ({ name: agreement, agreement })),
];

/** What the oracle counts at a node: the cells of the whole life. */
async function cellsAt(name: string, { asOf, knownOn }: { asOf?: string; knownOn?: string }) {
  const ledger = await readLedger(dbOf(world.ctx), {
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownBefore: `${knownOn}T23:00:00Z`, treeOn: knownOn }),
  });
  return countCells(ledger).filter(
    ({ node, span, fact }) => node === world.id(name) && span === "life" && fact.indicator === indicator,
  );
}

describe.each(views)("with %j", (view) => {
  test.each(nodes)("$name is split as the oracle counts it", async ({ name, ...node }) => {
    const cells = await cellsAt(name, view);
    const shown = await marginsOfNode(world.ctx, { ...node, ...view, space, indicator });
    expect(shown?.realised).toBe(cells.length);
    expect(shown?.proven).toBe(cells.filter(({ evidence }) => evidence >= 2).length);
    const at = (level: number) => cells.filter(({ evidence }) => evidence === level).length;
    expect(shown?.byEvidence).toEqual({ E1: at(1), E2: at(2), E3: at(3), E4: at(4) });
    const linesOf = (dimension: string) =>
      Object.fromEntries(
        (shown?.margins.find((margin) => margin.dimension === dimension)?.lines ?? []).map(
          ({ code, realised }) => [code, realised],
        ),
      );
    const told = (of: (cell: (typeof cells)[number]) => string) =>
      Object.fromEntries([...Map.groupBy(cells, of)].map(([code, group]) => [code, group.length]));
    expect(linesOf("sex")).toEqual(told(({ fact }) => fact.sex));
    expect(linesOf("milieu")).toEqual(told(({ fact }) => fact.milieu));
    expect(linesOf("age")).toEqual(told(({ fact }) => fact.ageBand));
    expect(linesOf("month")).toEqual(told(({ fact }) => fact.date.slice(0, 7)));
    const neet = cells.filter(({ fact }) => fact.segments.includes("neet"));
    expect(shown?.populations).toEqual(
      neet.length === 0
        ? []
        : [
            {
              code: "neet",
              realised: neet.length,
              proven: neet.filter(({ evidence }) => evidence >= 2).length,
            },
          ],
    );
  });

  test.each(nodes)("the rows of $name are the facts that count there", async ({ name, ...node }) => {
    const cells = await cellsAt(name, view);
    const { facts, unseen } = await resultsOfNode(world.ctx, { ...node, ...view, space, indicator });
    expect(unseen).toBe(0);
    expect(facts.map(({ id, evidence }) => [id, evidence]).sort()).toEqual(
      cells.map(({ fact, evidence }) => [fact.id, evidence]).sort(),
    );
    const women = await resultsOfNode(world.ctx, { ...node, ...view, space, indicator, sex: "F" });
    expect(women.facts.length).toBe(cells.filter(({ fact }) => fact.sex === "F").length);
  });
});

test("rows come a page after the other, each with its commitment and the name of its place", async () => {
  const asked = { territory: "ZZ", space, indicator, limit: 4 } as const;
  const first = await resultsOfNode(world.ctx, asked);
  const second = await resultsOfNode(world.ctx, { ...asked, after: first.after ?? "" });
  expect(first.facts.length).toBe(4);
  expect(second.facts.map(({ id }) => id)).not.toContain(first.facts.at(-1)?.id);
  expect(first.facts[0]?.commitment).toMatch(/^(AGR-[123]|PROG-1)\/1$/);
  const placed = first.facts.find(({ place }) => place !== null);
  expect(placed?.placeName?.fr).toBe(placed?.place);
});

test("one node at a time, and one that is there", async () => {
  const ask = (more: object) => marginsOfNode(world.ctx, { space, indicator, ...more });
  await expect(ask({})).rejects.toMatchObject({ code: "results.one_node_only" });
  await expect(ask({ territory: "90", agreement: "AGR-1" })).rejects.toMatchObject({
    code: "results.one_node_only",
  });
  await expect(ask({ territory: "77" })).rejects.toMatchObject({ code: "territory.unknown" });
  await expect(ask({ agreement: "NONE-1" })).rejects.toMatchObject({ code: "agreements.unknown" });
});
