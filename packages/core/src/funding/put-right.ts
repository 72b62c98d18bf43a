// A movement that was wrong is never changed: it is withdrawn with a reason, and may be put right by another one.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, type Db, defineAct, firstRow, formatMoney } from "../kernel/index.ts";
import { fundingErrors } from "./errors.ts";
import { contributionReference, type MovementKind } from "./model.ts";
import { insertMovement, moved, movementTold } from "./move-money.ts";
import { findContribution } from "./store.ts";

const why = z.string().trim().min(3).max(1000);
const which = z.object({ contribution: contributionReference, movement: z.uuid(), reason: why });

interface Standing {
  readonly id: string;
  readonly kind: MovementKind;
  readonly firstId: string;
  readonly amount: string;
  readonly on: string;
  readonly papers: readonly string[];
}

/** What was called, paid or justified by mistake stands no more; the row stays, with why. @throws `funding.movement_unknown`, `movement_withdrawn` */
export const withdrawMovement = defineAct({
  name: "funding.withdraw_movement",
  permission: "funding.move",
  scope: "object",
  input: which,
  output: moved,
  async run(ctx, given) {
    const { contribution, agreement } = await findContribution(ctx.tx, given.contribution);
    ctx.authorise(agreement.scope);
    const before = await withdraw(ctx, contribution, given);
    await ctx.journal({
      ...{ object: { kind: "contribution", id: contribution.id }, before, reason: given.reason },
    });
    await ctx.emit({
      type: "funding.withdrawn",
      objectId: contribution.id,
      payload: { movement: before.id },
    });
    return { id: before.id, contribution: given.contribution };
  },
});

/** Withdraws a movement and writes what is right in its place, with the papers that it had. @throws as `moveMoney` */
export const correctMovement = defineAct({
  name: "funding.correct_movement",
  permission: "funding.move",
  scope: "object",
  input: movementTold.extend(which.shape),
  output: moved,
  async run(ctx, given) {
    const { contribution, agreement } = await findContribution(ctx.tx, given.contribution);
    ctx.authorise(agreement.scope);
    const before = await withdraw(ctx, contribution, given);
    const papers = [...before.papers, ...given.papers];
    const of = { contribution, agreement, kind: before.kind, firstId: before.firstId };
    const { id, besides } = await insertMovement(ctx, of, { ...given, papers });
    const { amount, on } = given;
    const after = { movement: id, kind: before.kind, amount, on, papers, ...besides };
    await ctx.journal({
      ...{ object: { kind: "contribution", id: contribution.id }, before, after, reason: given.reason },
    });
    await ctx.emit({ type: "funding.corrected", objectId: contribution.id, payload: { movement: id } });
    return { id, contribution: given.contribution };
  },
});

async function withdraw(
  ctx: ActContext,
  { id, currency }: { readonly id: string; readonly currency: string },
  { movement, reason }: z.output<typeof which>,
): Promise<Standing> {
  const found = await movementOf(ctx.tx, id, movement);
  if (found === undefined) throw fundingErrors.movement_unknown({ movement });
  if (found.withdrawn) throw fundingErrors.movement_withdrawn({ movement });
  await sql`
    insert into movement_withdrawals (movement_id, reason, recorded_at)
    values (${movement}, ${reason}, ${ctx.clock.now()})`.execute(ctx.tx);
  const { withdrawn: _, amount, ...before } = found;
  return { ...before, amount: formatMoney({ minor: BigInt(amount), currency }) };
}

function movementOf(tx: Db, contributionId: string, id: string) {
  return firstRow(
    tx,
    sql<Standing & { withdrawn: boolean }>`
      select m.id, m.kind, m.first_id as "firstId", m.amount_minor::text as amount, m.moved_on as on,
             w.movement_id is not null as withdrawn,
             array(select hash from movement_papers p where p.movement_id = m.id order by hash) as papers
      from contribution_movements m left join movement_withdrawals w on w.movement_id = m.id
      where m.id = ${id} and m.contribution_id = ${contributionId}`,
  );
}
