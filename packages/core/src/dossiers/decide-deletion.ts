// Nothing goes by itself: the data officer decides what of the list goes or stays, and a job carries it out.
import { sql } from "kysely";
import { z } from "zod";
import { forgetComplaint } from "../complaints/index.ts";
import {
  type ActContext,
  type Context,
  defineAct,
  firstRow,
  inReading,
  plainDate,
  rows,
} from "../kernel/index.ts";
import { destroyBoxes, forgetContact, readVault } from "../people/index.ts";
import { eraseSubject } from "../results/index.ts";
import { dueForDeletion } from "./due.ts";
import { dossierErrors } from "./errors.ts";
import { type DueKind, dueKinds, reason } from "./model.ts";
import { today } from "./store.ts";

const item = z.object({ kind: z.enum(dueKinds), object: z.string().min(1).max(60) });

/** @throws `dossiers.not_due` for what is not on the list, `dossiers.keep_until_missing` */
export const decideDeletion = defineAct({
  name: "dossiers.decide_deletion",
  permission: "dossiers.decide_deletion",
  input: z.object({
    items: z.array(item).min(1).max(800),
    decision: z.enum(["delete", "keep"]),
    keepUntil: plainDate.optional(),
    reason,
  }),
  output: z.object({ decided: z.int() }),
  async run(ctx, { items, decision, keepUntil, reason: why }) {
    const day = today(ctx);
    if (decision === "keep" && (keepUntil === undefined || keepUntil <= day)) {
      throw dossierErrors.keep_until_missing();
    }
    const asReader = { ...ctx, actor: { ...ctx.actor, grants: [{ permissions: ["dossiers.read_terms"] }] } };
    const { due } = await dueForDeletion(asReader, {});
    const listed = new Set(due.map((one) => `${one.kind} ${one.object}`));
    const strange = items.find((one) => !listed.has(`${one.kind} ${one.object}`));
    if (strange !== undefined) throw dossierErrors.not_due({ object: strange.object });
    await sql`
      insert into deletions (id, kind, object, decision, keep_until, reason, decided_by, decided_on, recorded_at)
      select g.id, g.kind, g.object, ${decision}, ${decision === "keep" ? (keepUntil ?? null) : null}::date, ${why},
             ${ctx.actor.id}, ${day}::date, ${ctx.clock.now()}
      from unnest(${items.map(() => ctx.ids.next())}::uuid[], ${items.map(({ kind }) => kind)}::text[],
                  ${items.map(({ object }) => object)}::text[]) g (id, kind, object)`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "deletions", id: ctx.ids.next() },
      after: { decision, keepUntil: keepUntil ?? null, items },
      reason: why,
    });
    return { decided: items.length };
  },
});

interface Pending {
  readonly id: string;
  readonly kind: DueKind;
  readonly object: string;
  readonly reason: string;
  readonly decidedOn: string;
}

/** Carries one decision out; one that another process holds is left to it. */
export const carryOut = defineAct({
  name: "dossiers.carry_out_deletion",
  permission: "people.erase",
  input: z.object({ deletion: z.uuid() }),
  output: z.object({}),
  async run(ctx, { deletion }) {
    const pending = await firstRow(
      ctx.tx,
      sql<Pending>`
        select id, kind, object, reason, decided_on as "decidedOn" from deletions
        where id = ${deletion} and decision = 'delete' and carried_out_at is null for update skip locked`,
    );
    if (pending !== undefined) await destroy(ctx, pending);
    await sql`update deletions set carried_out_at = ${ctx.clock.now()} where id = ${deletion}`.execute(
      ctx.tx,
    );
    await ctx.journal({
      object: { kind: "deletion", id: deletion },
      after: pending === undefined ? { left: true } : { kind: pending.kind, object: pending.object },
    });
    return {};
  },
});

async function destroy(ctx: ActContext, { kind, object, reason: why, decidedOn }: Pending): Promise<void> {
  switch (kind) {
    case "identity":
      await eraseSubject(ctx, { subject: object, decidedOn, deadline: decidedOn, reason: why });
      return;
    case "contact":
      // an erasure may have come between
      if ((await readVault(ctx.tx, object)) !== undefined)
        await forgetContact(ctx, { subject: object, reason: why });
      return;
    case "request":
      await destroyRequest(ctx, object);
      return;
    case "complaint":
      await forgetComplaint(ctx, { number: object, reason: why });
  }
}

async function destroyRequest(ctx: ActContext, number: string): Promise<void> {
  const boxes = await rows(
    ctx.tx,
    sql<{ box: string }>`
      with older as (select id, box_id as box from person_requests where number = ${number} and box_id is not null)
      update person_requests r set box_id = null from older o where r.id = o.id returning o.box`,
  );
  await destroyBoxes(
    ctx,
    boxes.map(({ box }) => box),
  );
}

/** Carries out what is decided, some at a time: the job of the server. Gives how many. */
export async function carryOutDeletions(ctx: Context): Promise<number> {
  const pending = await inReading(ctx, (tx) =>
    rows(
      tx,
      sql<{ id: string }>`
        select id from deletions where decision = 'delete' and carried_out_at is null order by recorded_at limit 50`,
    ),
  );
  for (const { id } of pending) await carryOut(ctx, { deletion: id });
  return pending.length;
}
