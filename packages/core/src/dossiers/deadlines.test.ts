import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getRequest, listDeadlines, receiveRequest, setDeadline } from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-deadlines-")));
});
afterAll(() => world.close());

const receivedOn = async (day: string) => {
  const ctx = world.at(`${day}T09:00:00Z`);
  const asked = { space: "simulated", kind: "access", language: "fr", channel: "counter" } as const;
  return receiveRequest(ctx, { ...asked, text: "que savez-vous de moi ?" });
};

test("a request is due by the term of its day of receipt, and says on which text it rests", async () => {
  const before = await receivedOn("2026-03-01");
  expect(before.deadline).toBe("2026-03-31");
  const source = "Décision n° 4 du 2 avril 2026";
  await setDeadline(world.ctx, { kind: "access", days: 15, from: "2026-04-05", source });
  expect((await receivedOn("2026-04-04")).deadline).toBe("2026-05-04");
  const after = await receivedOn("2026-04-05");
  expect(after).toMatchObject({ deadline: "2026-04-20", source });
  // what was under way keeps its own
  expect(await getRequest(world.ctx, { number: before.number })).toMatchObject({
    deadline: "2026-03-31",
    deadlineSource: before.source,
  });
  expect((await listDeadlines(world.ctx, {})).filter(({ kind }) => kind === "access")).toMatchObject([
    { days: 30, from: null },
    { days: 15, from: "2026-04-05", source },
  ]);
});

test("a term is not set behind one that stands, so that none changes that was told to somebody", async () => {
  const early = setDeadline(world.ctx, { kind: "access", days: 5, from: "2026-04-01", source: "un essai" });
  await expect(early).rejects.toMatchObject({
    code: "kernel.term_too_early",
    params: { later: "2026-04-05" },
  });
});
