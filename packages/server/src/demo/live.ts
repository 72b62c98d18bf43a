// Lives a story: its deeds in the order of time, its results in files, their evidence raised by others later.
import { createHash } from "node:crypto";
import { type Context, inReading, rows } from "@iltizam/core/kernel";
import { importResults, toldResult, verifyResults } from "@iltizam/core/results";
import { sql } from "kysely";
import type { SimulatedClock } from "./simulated-time.ts";
import { daysAfter, lastDay } from "./simulated-time.ts";
import type { Deed, Stage, Story, TaleOfResult, ToldStory } from "./story.ts";

/** The sending system of the region, simulated. */
export const source = "simulation.tilmira";

export async function live(story: ToldStory, stage: Stage, clock: SimulatedClock): Promise<void> {
  planFiles(story, story.results);
  const deeds = story.deeds.toSorted((one, other) => one.day.localeCompare(other.day));
  for (const { day, role, deed } of deeds) {
    if (day > lastDay) continue;
    clock.moveTo(day);
    await deed(stage.as(role), stage);
  }
}

/** The last day of a day's quarter, on which the files are sent. */
function quarterEnd(day: string): string {
  const month = Math.ceil(Number(day.slice(5, 7)) / 3) * 3;
  return new Date(Date.UTC(Number(day.slice(0, 4)), month, 0)).toISOString().slice(0, 10);
}

function planFiles(story: Story, results: readonly TaleOfResult[]): void {
  for (const [day, told] of Map.groupBy(results, ({ on }) => quarterEnd(on)))
    story.on(day, "counsellor", (ctx) => sendFile(ctx, day, told));
  planChecks(story, results, {
    level: 2,
    due: (day) => daysAfter(quarterEnd(day), 20),
    check: { reason: "Pièce vue au dossier" },
  });
  planChecks(story, results, {
    level: 3,
    due: (day) => daysAfter(quarterEnd(day), 45),
    check: {
      matchedWith: "Caisse sociale du pays simulé",
      reason: "Rapprochement des déclarations de salaires",
    },
  });
  planChecks(story, results, {
    level: 4,
    due: (day) => `${Number(day.slice(0, 4)) + 1}-03-15`,
    check: { reason: "Sondage de l'audit annuel" },
  });
}

async function sendFile(ctx: Context, day: string, told: readonly TaleOfResult[]): Promise<void> {
  const fileName = `resultats-simules-${day.slice(0, 7)}.csv`;
  const lines = told.map(({ row }, index) => ({ line: index + 2, told: toldResult.parse(row) }));
  const fileHash = createHash("sha256").update(JSON.stringify(lines)).digest("hex");
  const report = await importResults(ctx, {
    ...{ space: "simulated", source, fileName, fileHash, results: lines },
  });
  const [problem] = report.problems;
  if (problem !== undefined) throw new Error(`${fileName}: ${JSON.stringify(problem)}`);
}

interface Check {
  readonly level: 2 | 3 | 4;
  readonly due: (reported: string) => string;
  readonly check: { readonly matchedWith?: string; readonly reason: string };
}

/** Somebody else than the recorder raises what has the evidence for it. */
function planChecks(story: Story, results: readonly TaleOfResult[], { level, due, check }: Check): void {
  const raised = results.filter(({ evidence }) => evidence === level || (level === 3 && evidence === 4));
  for (const [day, told] of Map.groupBy(raised, ({ on }) => due(on)))
    story.on(day, level === 4 ? "auditor" : "controller", raise(told, level, check));
}

function raise(told: readonly TaleOfResult[], evidence: 2 | 3 | 4, check: Check["check"]): Deed {
  return async (ctx) => {
    const facts = await factsOf(
      ctx,
      told.map(({ row }) => row.externalId),
    );
    if (facts.length > 0) await verifyResults(ctx, { facts, evidence, ...check });
  };
}

/** The facts of rows that were sent, by the rows' own ids: of each the latest revision. */
export async function factsOf(ctx: Context, externalIds: readonly string[]): Promise<string[]> {
  const found = await inReading(ctx, (tx) =>
    rows(
      tx,
      sql<{ id: string }>`
        select distinct on (row_key) id from facts
        where space = 'simulated' and source = ${source}
          and row_key = any(array(select row_key_of(sent, null, null, null, null)
                                  from unnest(${externalIds}::text[]) sent))
        order by row_key, revision desc`,
    ),
  );
  return found.map(({ id }) => id);
}
