import { openRegister } from "@iltizam/testkit/register";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { type Context, defineAct } from "../kernel/index.ts";
import { draftAgreement } from "./draft-agreement.ts";
import { getAgreement } from "./get-agreement.ts";
import { linkAgreements } from "./link-agreements.ts";
import { agreementKey } from "./model.ts";
import { pathOf, setParent } from "./set-parent.ts";
import { agreementOf } from "./store.ts";
import { draft } from "./tests/draft-in-full.ts";
import { readTree } from "./tree.ts";

const register = await openRegister();
const { ctx, at } = register;
afterAll(() => register.close());

/** What the folder of results does, without results to recount. */
const move = defineAct({
  name: "test.move",
  permission: "test.move",
  input: z.object({ agreement: agreementKey, parent: agreementKey.nullable(), hold: z.number().default(0) }),
  output: z.object({
    before: z.string().nullable(),
    pathBefore: z.array(z.string()),
    pathAfter: z.array(z.string()),
  }),
  async run(inner, given) {
    const child = await agreementOf(inner.tx, given.agreement);
    const parent = given.parent ? await agreementOf(inner.tx, given.parent) : null;
    const moved = await setParent(inner, {
      agreementId: child.id,
      parentId: parent?.id ?? null,
      reason: "essai",
    });
    await sql`select pg_sleep(${given.hold})`.execute(inner.tx);
    await inner.journal({ object: { kind: "agreement", id: child.id }, after: given });
    return moved;
  },
});

const above = async (agreement: string, knownOn?: string) =>
  (await readTree(ctx, { agreement, knownOn })).above.map((one) => one.reference);

test("a node is read under the parent that it had on the day asked for", async () => {
  const programme = await draft(ctx, "PROG-A", { kind: "programme", type: null });
  await draft(ctx, "PROG-B", { kind: "programme", type: null });
  await draft(ctx, "LOT-1", { kind: "bundle", parent: "PROG-A" });
  const child = await draft(ctx, "CONV-A", { parent: "LOT-1" });
  expect(await above("CONV-A")).toEqual(["PROG-A", "LOT-1"]);

  await move(at("2026-04-10T08:00:00Z"), { agreement: "LOT-1", parent: "PROG-B" });
  const moved = await move(at("2026-05-20T08:00:00Z"), { agreement: "CONV-A", parent: null });
  expect(moved.before).toBe((await agreementOf(ctx.db, "LOT-1")).id);
  expect(moved.pathBefore).toHaveLength(3);
  expect(moved.pathAfter).toEqual([child]);

  expect(await above("CONV-A", "2026-03-01")).toEqual([]);
  expect(await above("CONV-A", "2026-03-02")).toEqual(["PROG-A", "LOT-1"]);
  expect(await above("CONV-A", "2026-04-09")).toEqual(["PROG-A", "LOT-1"]);
  expect(await above("CONV-A", "2026-04-10")).toEqual(["PROG-B", "LOT-1"]);
  expect(await above("CONV-A", "2026-05-19")).toEqual(["PROG-B", "LOT-1"]);
  expect(await above("CONV-A")).toEqual([]);
  expect(await pathOf(ctx.db, child, "2026-04-01")).toContain(programme);
  const { nodes } = await readTree(ctx, { agreement: "PROG-A", knownOn: "2026-03-15" });
  expect(nodes.map((node) => [node.reference, node.depth])).toEqual([
    ["PROG-A", 0],
    ["LOT-1", 1],
    ["CONV-A", 2],
  ]);
  expect((await getAgreement(ctx, { agreement: "PROG-B" })).children.map((node) => node.reference)).toEqual([
    "LOT-1",
  ]);
});

test("a parent changed twice in one day leaves one row, and the journal keeps both", async () => {
  await draft(ctx, "P-1", { kind: "plan", type: "plan" });
  await draft(ctx, "P-2", { kind: "plan", type: "plan" });
  const child = await draft(ctx, "C-1", { parent: "P-1" });
  await move(ctx, { agreement: "C-1", parent: "P-2" });
  const known = () =>
    register.rows(sql`select parent_id from agreement_parents where agreement_id = ${child}`);
  expect(await known()).toHaveLength(1);
  await move(ctx, { agreement: "C-1", parent: null });
  expect(await known()).toEqual([]);
  expect((await register.journalOf(child)).map((row) => row.act)).toEqual([
    "agreements.draft",
    "test.move",
    "test.move",
  ]);
});

test("the tree has no circle, also when two move at the same moment", async () => {
  await draft(ctx, "R-1", { kind: "programme", type: null });
  await draft(ctx, "R-2", { kind: "programme", type: null, parent: "R-1" });
  const refusal = { code: "agreements.parent_cycle" };
  await expect(move(ctx, { agreement: "R-1", parent: "R-2" })).rejects.toMatchObject(refusal);
  await expect(move(ctx, { agreement: "R-1", parent: "R-1" })).rejects.toMatchObject(refusal);
  await draft(ctx, "S-1", { kind: "programme", type: null });
  await draft(ctx, "S-2", { kind: "programme", type: null });
  const both = await Promise.allSettled([
    move(ctx, { agreement: "S-1", parent: "S-2", hold: 0.2 }),
    move(ctx, { agreement: "S-2", parent: "S-1", hold: 0.2 }),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a move before the last one, by a clock that went back, is refused", async () => {
  await draft(at("2026-06-01T08:00:00Z"), "T-1", { parent: "P-1" });
  await expect(move(ctx, { agreement: "T-1", parent: "P-2" })).rejects.toMatchObject({
    code: "agreements.moved_later",
  });
});

test("nothing joins the two spaces: no parent, no link, not even by SQL", async () => {
  const real = (c: Context, more: object = {}) =>
    draftAgreement(c, { space: "real", title: "Réelle", kind: "programme", ...more });
  const there = await real(ctx, { reference: "REEL-1" });
  const refusal = { code: "agreements.other_space" };
  await expect(real(ctx, { parent: "P-1" })).rejects.toMatchObject(refusal);
  await expect(move(ctx, { agreement: "C-1", parent: "REEL-1" })).rejects.toMatchObject(refusal);
  await expect(linkAgreements(ctx, { from: "C-1", to: "REEL-1", kind: "framework" })).rejects.toMatchObject(
    refusal,
  );
  for (const [table, column] of [
    ["agreement_parents", "agreement_id"],
    ["agreement_links", "from_id"],
  ] as const) {
    const forced = ctx.db.transaction().execute(async (tx) => {
      await sql`select set_config('iltizam.actor', 'test', true)`.execute(tx);
      const other = column === "from_id" ? sql`to_id, kind` : sql`parent_id, known`;
      const last = column === "from_id" ? sql`'framework'` : sql`daterange('2026-01-01', null)`;
      await sql`insert into ${sql.table(table)} (${sql.ref(column)}, ${other}, space)
                select id, ${there.id}, ${last}, 'simulated' from agreements where reference = 'C-1'`.execute(
        tx,
      );
    });
    await expect(forced).rejects.toThrow(/foreign key/);
  }
});
