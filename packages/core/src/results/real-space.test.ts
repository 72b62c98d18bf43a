// An installation that shows real announcements refuses results about real organisations, in the database itself.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { v4, v7 } from "uuid";
import { expect, test } from "vitest";
import { declare, importResults, recordResult, toldResult } from "./index.ts";

const refused = { code: "results.real_refused", status: 403 };
const period = { from: "2026-01-01", to: "2026-03-31" };

/** A real organisation with an agreement, and a person, in the small world. */
async function makeReal(world: SmallWorld): Promise<string> {
  const [agreement, person] = [v7(), v4()];
  await world.settle(
    `insert into organisations (id, space, reference, kind, name, recorded_at)
     values ($1, 'real', 'R-ORG', 'company', 'R', '2020-01-01')`,
    [v7()],
  );
  await world.settle(
    `insert into agreements (id, space, reference, kind, title, folded, state, recorded_at)
     values ($1, 'real', 'R-1', 'instrument', 'R', 'r', 'in_force', '2020-01-01')`,
    [agreement],
  );
  await world.settle(
    `insert into commitments (id, space, agreement_id, number, kind, indicator, indicator_version, unit, state, wording,
                              recorded_at)
     values ($1, 'real', $2, 1, 'result', 'durable_jobs', 1, 'persons', 'final', 'R', '2020-01-01')`,
    [v7(), agreement],
  );
  await world.settle("insert into subjects (id, space, recorded_at) values ($1, 'real', '2020-01-01')", [
    person,
  ]);
  return person;
}

const refuse = (world: SmallWorld, value: boolean) =>
  world.settle(
    `insert into settings (key, value) values ('real_results_refused', $1)
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(value)],
  );

test("no fact, no file and no declaration gets into the real space, where the installation says so", async () => {
  const world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-real-")));
  const person = await makeReal(world);
  const told = { commitment: "R-1/1", date: "2026-03-02", subject: { id: person } };
  const one = () => recordResult(world.ctx, { ...told, source: "test" });
  const file = () =>
    importResults(world.ctx, {
      space: "real",
      source: "file",
      fileName: "f.csv",
      fileHash: "2".repeat(64),
      results: [{ line: 2, told: toldResult.parse({ ...told, date: "2026-03-03" }) }],
    });
  const statement = () =>
    declare(world.ctx, { commitment: "R-1/1", declarant: "R-ORG", period, quantity: 3 });
  try {
    await refuse(world, true);
    await expect(one()).rejects.toMatchObject(refused);
    await expect(file()).rejects.toMatchObject(refused);
    await expect(statement()).rejects.toMatchObject(refused);
    await refuse(world, false);
    expect(await one()).toMatchObject({ outcome: "recorded" });
    expect(await file()).toMatchObject({ recorded: 1 });
    expect(await statement()).toMatchObject({ version: 1 });
    await expect(
      recordResult(world.ctx, { ...told, source: "test", subject: { id: await world.person() } }),
    ).rejects.toMatchObject({
      code: "results.subject_unknown",
    });
  } finally {
    await world.close();
  }
});
