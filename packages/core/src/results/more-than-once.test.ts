import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld } from "@iltizam/testkit/ledger";
import { expect, test } from "vitest";
import { countedMoreThanOnce, mergeSubjects, recordResult } from "./index.ts";

test("the children's sum less the parent is the number of times somebody counts again, and the list says who", async () => {
  const world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-more-")));
  const { ctx } = world;
  try {
    const [amina, badr, same] = [await world.person(), await world.person(), await world.person()];
    const record = (commitment: string, id: string) =>
      recordResult(ctx, { commitment, date: "2026-03-02", subject: { id }, source: "test" });
    for (const commitment of ["AGR-1/1", "AGR-2/1"]) await record(commitment, amina);
    await record("AGR-1/1", badr);
    await record("AGR-2/1", same);
    const read = () => countedMoreThanOnce(ctx, { agreement: "BUN-1", indicator: "durable_jobs" });
    expect(await read()).toMatchObject({
      total: 3,
      n: 1,
      subjects: [{ subject: amina, children: ["AGR-1", "AGR-2"] }],
    });
    await mergeSubjects(ctx, { subject: same, into: badr, reason: "one person" });
    const after = await read();
    expect(after).toMatchObject({ total: 2, n: 2 });
    expect(after.subjects.map(({ subject }) => subject).sort()).toEqual([amina, badr].sort());
    expect(after.children.map(({ reference, total }) => [reference, total])).toEqual([
      ["AGR-1", 2],
      ["AGR-2", 2],
    ]);
  } finally {
    await world.close();
  }
});
