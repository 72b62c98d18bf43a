import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepSetting, rows } from "../kernel/index.ts";
import {
  addToComplaint,
  answerComplaint,
  followComplaint,
  forgetComplaint,
  listComplaints,
  lodgeComplaint,
  openComplaint,
} from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-complaints-")));
});
afterAll(() => world.close());

const words = {
  what: "Un homme m'a demandé 500 DH pour une place de formation.",
  where: "devant le centre",
  who: "Hamid Inventé",
  contact: "0600112233",
};

test("somebody tells that money was asked, comes back with the receipt, and reads the answer", async () => {
  const ctx = world.at("2026-03-02T10:00:00Z");
  const { number, receipt } = await lodgeComplaint(ctx, { language: "ar", ...words });
  expect(number).toBe("C-2026-0001");
  expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  // as it is typed from a paper
  const typed = receipt.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
  expect(await addToComplaint(ctx, { receipt: typed, text: "Il est revenu hier." })).toEqual({ number });
  expect(await listComplaints(ctx, {})).toMatchObject({
    total: 1,
    complaints: [{ number, state: "received", language: "ar", additions: 1 }],
  });
  expect(await openComplaint(ctx, { number })).toMatchObject({
    told: words,
    entries: [{ kind: "addition", text: "Il est revenu hier." }],
  });
  await answerComplaint(ctx, { number, text: "Nous vérifions." });
  await answerComplaint(ctx, { number, text: "C'est établi.", decision: "founded" });
  expect(await followComplaint(ctx, { receipt })).toMatchObject({
    number,
    state: "decided",
    decision: "founded",
    entries: [{ kind: "addition" }, { kind: "answer", text: "Nous vérifions." }, { text: "C'est établi." }],
  });
  await expect(answerComplaint(ctx, { number, text: "encore" })).rejects.toMatchObject({
    code: "complaints.decided_already",
  });
  await expect(followComplaint(ctx, { receipt: "0000-0000-0000" })).rejects.toMatchObject({
    code: "complaints.receipt_unknown",
  });
});

test("what was told stands in no table and in no journal row, and goes at its term", async () => {
  const ctx = world.at("2026-03-03T10:00:00Z");
  const { number, receipt } = await lodgeComplaint(ctx, { language: "fr", ...words });
  const kept = await rows(
    ctx.db,
    sql<{ text: string }>`
      select c::text as text from complaints c union all select e::text from complaint_entries e
      union all select b::text from vault_boxes b union all select j::text from journal j`,
  );
  for (const { text } of kept) {
    for (const word of [...Object.values(words), receipt, receipt.replaceAll("-", "")]) {
      expect(text).not.toContain(word);
      expect(text).not.toContain(Buffer.from(word).toString("hex"));
    }
  }
  await forgetComplaint(ctx, { number, reason: "two years have passed" });
  expect(await openComplaint(ctx, { number })).toMatchObject({ told: null, entries: [] });
  await expect(addToComplaint(ctx, { receipt, text: "encore une chose" })).rejects.toMatchObject({
    code: "complaints.forgotten",
  });
});

test("a flood is stopped, and an hour later people are heard again", async () => {
  const ctx = world.at("2026-04-01T10:00:00Z");
  const tell = { language: "fr", what: "On m'a demandé de l'argent." } as const;
  for (let count = 0; count < 120; count += 1) await lodgeComplaint(ctx, tell);
  await expect(lodgeComplaint(ctx, tell)).rejects.toMatchObject({ code: "complaints.too_many", status: 429 });
  await expect(lodgeComplaint(world.at("2026-04-01T11:00:01Z"), tell)).resolves.toBeDefined();
});

test("what is told to the demo is listed apart from what is told in earnest", async () => {
  const ctx = world.at("2026-05-01T10:00:00Z");
  const tell = { language: "fr", what: "On m'a demandé de l'argent." } as const;
  const earnest = await lodgeComplaint(ctx, tell);
  await keepSetting(ctx.db, "real_results_refused", true);
  const played = await lodgeComplaint(ctx, tell);
  const numbers = async (space?: "real" | "simulated") =>
    (await listComplaints(ctx, { space })).complaints.map(({ number }) => number);
  expect(await numbers()).toEqual([played.number]);
  expect(await numbers("real")).toContain(earnest.number);
  expect(await numbers("real")).not.toContain(played.number);
  expect(await openComplaint(ctx, { number: played.number })).toMatchObject({ space: "simulated" });
});
