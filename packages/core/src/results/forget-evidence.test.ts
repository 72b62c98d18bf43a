import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld } from "@iltizam/testkit/ledger";
import { expect, test } from "vitest";
import { sweepFiles } from "../kernel/index.ts";
import { forgetUnusedEvidence, recordResult } from "./index.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { openEvidence } from "./open-evidence.ts";

test("evidence whose result was refused goes with its key, that of a recorded result stays", async () => {
  const world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-unused-")));
  const { ctx } = world;
  try {
    const week = 7 * 86_400_000;
    const later = world.at(new Date(Date.now() + week + 3_600_000).toISOString());
    const told = { commitment: "AGR-1/1", date: "2026-03-02", source: "iltizam", claimed: 2 } as const;
    const base64 = Buffer.from("le même contrat").toString("base64");
    const handIn = async () =>
      (await keepEvidence(ctx, { commitment: told.commitment, kind: "contract", name: "c.txt", base64 }))
        .file;
    const [refused, again, named] = [await handIn(), await handIn(), await handIn()];
    for (const evidenceFile of [refused, again]) {
      const subject = { id: "00000000-0000-4000-8000-000000000000" };
      await expect(recordResult(ctx, { ...told, subject, evidenceFile })).rejects.toThrow(
        "results.subject_unknown",
      );
    }
    const subject = { id: await world.person() };
    const { fact } = await recordResult(ctx, { ...told, subject, evidenceFile: named });

    // somebody may still be about to record it
    expect(await forgetUnusedEvidence(ctx)).toBe(0);
    expect(await sweepFiles(ctx, Date.now() + week)).toBe(0);
    expect(await forgetUnusedEvidence(later)).toBe(2);
    expect(await sweepFiles(ctx, Date.now() + week)).toBe(2);
    const kept = await Promise.all([refused, again, named].map((file) => ctx.files.has(file)));
    expect(kept).toEqual([false, false, true]);
    expect(Buffer.from((await openEvidence(ctx, { fact })).base64, "base64").toString()).toBe(
      "le même contrat",
    );
    expect(await forgetUnusedEvidence(later)).toBe(0);

    const officer = { ...later, actor: actorWith("officer", "results.record") };
    await expect(forgetUnusedEvidence(officer)).rejects.toThrow(/does not see the whole/);
  } finally {
    await world.close();
  }
});
