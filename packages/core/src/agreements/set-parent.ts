// Puts an agreement under its one parent in the tree. A plain function: moving what has results recounts them, so the
// act that moves stands with the results and calls this.
import { sql } from "kysely";
import { type ActContext, type Db, dayOf, firstRow, onlyRow } from "../kernel/index.ts";
import { agreementErrors } from "./errors.ts";
import { agreementInSpace, agreementOf } from "./store.ts";

export interface Move {
  readonly agreementId: string;
  /** Null: it stands alone. */
  readonly parentId: string | null;
  readonly reason: string | null;
}

/**
 * Moves an agreement, with the day from which it is known; the calling act checks the right, journals and recounts.
 * One move of the tree at a time, so that two moves cannot close a circle together.
 * @returns the parent before, and the ancestors before and after (itself first)
 * @throws `agreements.other_space`, `agreements.parent_cycle`, `agreements.moved_later`
 */
export async function setParent(
  ctx: ActContext,
  move: Move,
): Promise<{ before: string | null; pathBefore: string[]; pathAfter: string[] }> {
  await sql`select pg_advisory_xact_lock(hashtextextended('agreements tree', 0))`.execute(ctx.tx);
  const agreement = await agreementOf(ctx.tx, move.agreementId);
  const pathBefore = await pathOf(ctx.tx, agreement.id);
  const before = pathBefore[1] ?? null;
  if (move.parentId !== null) {
    const parent = await agreementInSpace(ctx.tx, agreement.space, move.parentId);
    if ((await pathOf(ctx.tx, parent.id)).includes(agreement.id))
      throw agreementErrors.parent_cycle({ agreement: agreement.reference, parent: parent.reference });
  }
  if (before === move.parentId) return { before, pathBefore, pathAfter: pathBefore };
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  await endPresentParent(ctx.tx, agreement, today);
  if (move.parentId !== null) {
    await sql`
      insert into agreement_parents (agreement_id, parent_id, space, known, reason)
      values (${agreement.id}, ${move.parentId}, ${agreement.space}, daterange(${today}::date, null), ${move.reason})`.execute(
      ctx.tx,
    );
  }
  return { before, pathBefore, pathAfter: await pathOf(ctx.tx, agreement.id) };
}

/** A parent that was set on the same day was never known at the end of a day: its row goes, the journal keeps it. */
async function endPresentParent(
  tx: Db,
  agreement: { readonly id: string; readonly reference: string },
  today: string,
): Promise<void> {
  const present = await firstRow(
    tx,
    sql<{ since: string }>`
      select lower(known) as since from agreement_parents
      where agreement_id = ${agreement.id} and upper_inf(known) for update`,
  );
  if (present === undefined) return;
  if (present.since > today)
    throw agreementErrors.moved_later({ agreement: agreement.reference, since: present.since, today });
  const open = sql`agreement_id = ${agreement.id} and upper_inf(known)`;
  const end =
    present.since === today
      ? sql`delete from agreement_parents where ${open}`
      : sql`update agreement_parents set known = daterange(lower(known), ${today}::date) where ${open}`;
  await end.execute(tx);
}

/** The agreement and its ancestors, itself first, as known at the end of a day (null: now). */
export async function pathOf(db: Db, agreementId: string, knownOn: string | null = null): Promise<string[]> {
  const { path } = await onlyRow(
    db,
    sql<{ path: string[] }>`select agreement_path(${agreementId}, ${knownOn ?? "infinity"}::date) as path`,
  );
  return path;
}
