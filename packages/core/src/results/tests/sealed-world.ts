// A small ledger with every kind of row and every hard text in it, sealed.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { rows } from "../../kernel/index.ts";
import {
  correctResult,
  eraseSubject,
  importResults,
  mergeSubjects,
  recordResult,
  sealPending,
  splitSubjects,
  toldResult,
  verifyResult,
  withdrawResult,
} from "../index.ts";

const hard = [
  "قالت «نعم»\u200f",
  'quote " backslash \\ slash /',
  "tab\tline\nbell\u0007\u001f\u007f",
  "é€😀\u2028",
];

export async function makeSealedWorld(): Promise<SmallWorld> {
  const world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-seal-")));
  const { ctx } = world;
  const [one, two, three] = [await world.person(), await world.person(), await world.person()];
  const told = { commitment: "AGR-1/1", date: "2026-03-02", source: "test" };
  const facts = [];
  for (const [n, note] of hard.entries()) {
    const subject = { id: n % 2 === 0 ? one : two };
    const more = {
      note,
      externalId: `n° ${n} ${note}`.trim(),
      place: "90.1.01",
      segments: ["neet", "rural_youth"],
    };
    facts.push(await recordResult(ctx, { ...told, ...more, subject, evidenceReference: note.trim() }));
  }
  const [first, second, third] = facts.map(({ fact }) => fact);
  await recordResult(ctx, { ...told, subject: { id: three }, date: "2020-01-01" });
  await verifyResult(
    { ...ctx, actor: actorWith('V "é" ق', "results.verify") },
    { fact: first ?? "", evidence: 2, reason: hard[1] },
  );
  await verifyResult(ctx, { fact: second ?? "", evidence: 3, matchedWith: "CNSS \\ BDS" });
  await withdrawResult(ctx, { fact: third ?? "", reason: hard[2] ?? "" });
  await correctResult(ctx, { fact: second ?? "", changes: { sex: "F" }, reason: hard[0] ?? "" });
  await mergeSubjects(ctx, { subject: two, into: one, reason: hard[3] ?? "" });
  await splitSubjects(ctx, { subject: two, reason: "two persons" });
  await eraseSubject(ctx, { subject: two, decidedOn: "2026-04-01", deadline: "2026-05-01", reason: "asked" });
  await importResults(ctx, {
    space: "simulated",
    source: "file",
    fileName: "résultats «é».csv",
    fileHash: "0".repeat(64),
    results: hard.map((note, line) => ({
      line,
      told: toldResult.parse({
        commitment: "AGR-2/1",
        subject: { id: three },
        date: `2026-01-0${line + 1}`,
        note,
      }),
    })),
  });
  await sealEverything(world);
  return world;
}

/** Seals until nothing is left: a transaction of another test's database holds the sealer back for a moment. */
export async function sealEverything({ ctx }: SmallWorld): Promise<void> {
  const left = () =>
    rows(
      ctx.db,
      sql`select id from facts union all select id from journal except select unnest(row_ids) from blocks`,
    );
  while ((await left()).length > 0) {
    await sealPending(ctx);
    await setTimeout(20);
  }
}
