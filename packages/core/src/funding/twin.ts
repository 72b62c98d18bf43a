// The same amount told twice: most often one payment that two people wrote down. It is refused, and said to be another
// one by whoever knows it to be.
import { sql } from "kysely";
import { type ActContext, type Db, dayOf, firstRow, formatMoney, messageReference } from "../kernel/index.ts";
import { fundingErrors } from "./errors.ts";
import type { MovementKind } from "./model.ts";

interface Told {
  readonly contributionId: string;
  readonly kind: MovementKind;
  readonly minor: bigint;
  readonly on: string;
  /** Hashes of the papers that come with it. */
  readonly papers: readonly string[];
}

interface Twin {
  readonly id: string;
  readonly recordedAt: Date;
  readonly papers: string | null;
}

/**
 * What stands already with the same kind, contribution, amount and day. Papers tell two apart: when both have a numbered
 * paper of one kind and share no number. Numbers are compared without case, spaces and signs. The contribution is locked
 * by the act, so that of two who record at once the second finds the first.
 * @example two payments of 400.00 on one day, by the notices V-12 and V-13 → no twins; V-12 and «v 12» → twins
 */
export function findTwin(tx: Db, told: Told): Promise<Twin | undefined> {
  return firstRow(
    tx,
    sql<Twin>`
      with numbered as (
        select hash, kind, lower(regexp_replace(number, '[^[:alnum:]]', '', 'g')) as number from money_papers
        where contribution_id = ${told.contributionId} and number ~ '[[:alnum:]]'
      ), mine as (
        select kind, number from numbered where hash = any(${told.papers}::text[])
      )
      select m.id, m.recorded_at as "recordedAt",
             (select string_agg(p.number, ', ' order by p.recorded_at, p.hash)
              from movement_papers mp join money_papers p on p.hash = mp.hash where mp.movement_id = m.id) as papers
      from contribution_movements m
      cross join lateral (
        select coalesce(bool_or(mine.kind = n.kind), false) as alike,
               coalesce(bool_or(mine.kind = n.kind and mine.number = n.number), false) as shared
        from movement_papers mp join numbered n on n.hash = mp.hash cross join mine
        where mp.movement_id = m.id) vouchers
      where m.contribution_id = ${told.contributionId} and m.kind = ${told.kind}
        and m.amount_minor = ${told.minor.toString()}::bigint and m.moved_on = ${told.on}
        and not exists (select from movement_withdrawals w where w.movement_id = m.id)
        and (vouchers.shared or not vouchers.alike)
      order by m.recorded_at, m.id limit 1`,
  );
}

/** The id of the other one, when it is said to be another; null when there is none. @throws `funding.moved_already` */
export async function requireNoTwin(
  ctx: ActContext,
  told: Told,
  { contribution, currency, again }: { contribution: string; currency: string; again: boolean },
): Promise<string | null> {
  const twin = await findTwin(ctx.tx, told);
  if (twin === undefined) return null;
  if (again) return twin.id;
  const amount = formatMoney({ minor: told.minor, currency });
  throw fundingErrors.moved_already({
    ...{ contribution, movement: twin.id, on: told.on, papers: twin.papers ?? "none" },
    ...{ kind: told.kind, amount, currency },
    moved: messageReference("funding", `moved.${told.kind}`, { amount, currency }),
    recorded: dayOf(twin.recordedAt, ctx.timeZone),
  });
}
