// One contribution whole: what was promised in which version, and every amount that moved, with its papers and what of it
// was withdrawn. Its figures are those of the agreement's money, so that the page and its rows cannot differ.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, dayOf, defineQuery, endOfDay, keyText, plainDate, rows } from "../kernel/index.ts";
import { fundingErrors } from "./errors.ts";
import { amountQualifier, movementKind, paperKind, written } from "./model.ts";
import { contributionShown, moneyOn } from "./queries.ts";
import { placeOf } from "./store.ts";

const party = z.object({ reference: z.string(), name: z.string() });
const version = z.object({
  version: z.int(),
  amount: z.string().nullable(),
  qualifier: amountQualifier,
  /** Null: from the beginning. */
  from: plainDate.nullable(),
  /** Of the amendment that changed it. */
  clause: z.string().nullable(),
  reason: z.string().nullable(),
  recordedAt: z.date(),
});
const movementShown = z.object({
  id: z.uuid(),
  kind: movementKind,
  amount: z.string(),
  on: plainDate,
  payee: party.nullable(),
  note: z.string().nullable(),
  recordedAt: z.date(),
  papers: z.array(z.object({ paper: z.string(), kind: paperKind, number: z.string().nullable() })),
  /** Why it stands no more, and the movement that was written in its place. */
  withdrawn: z.object({ reason: z.string(), at: z.string(), by: z.uuid().nullable() }).nullable(),
});
type MovementShown = z.infer<typeof movementShown>;

/** @throws `funding.unknown`, `agreements.unknown` */
export const oneContribution = defineQuery({
  name: "funding.contribution",
  permission: "funding.read",
  scope: "object",
  input: z.object({
    agreement: keyText,
    number: z.coerce.number().int().min(1).max(32_767),
    asOf: plainDate.optional(),
    knownOn: plainDate.optional(),
  }),
  output: z.object({
    agreement: z.object({
      reference: z.string(),
      title: z.string(),
      titleAr: z.string().nullable(),
      titleEn: z.string().nullable(),
    }),
    currency: z.string(),
    contribution: contributionShown,
    amounts: z.array(version),
    movements: z.array(movementShown),
  }),
  async run(ctx, given) {
    const agreement = await placeOf(ctx.tx, given.agreement);
    ctx.authorise(agreement.scope);
    const asOf = given.asOf ?? dayOf(ctx.clock.now(), ctx.timeZone);
    const day = { asOf, knownOn: given.knownOn ?? null, timeZone: ctx.timeZone };
    const reference = `${agreement.reference}/M${given.number}`;
    const found = (await moneyOn(ctx.tx, agreement.id, day)).flatMap(({ currency, contributions }) =>
      contributions.filter((one) => one.reference === reference).map((one) => ({ currency, one })),
    )[0];
    if (found === undefined) throw fundingErrors.unknown({ contribution: reference });
    const { currency, one } = found;
    const [amounts, movements] = await Promise.all([
      amountsOf(ctx.tx, one.id, day),
      movementsOf(ctx.tx, one.id, day),
    ]);
    const inMajor = <T extends { amount: string | null }>(row: T) => ({
      ...row,
      amount: written(row.amount === null ? null : BigInt(row.amount), currency),
    });
    return {
      agreement: await titleOf(ctx.tx, agreement.id),
      ...{ currency, contribution: one, amounts: amounts.map(inMajor) },
      movements: movements.map((row) => ({ ...row, amount: inMajor(row).amount ?? "" })),
    };
  },
});

interface Day {
  readonly asOf: string;
  readonly knownOn: string | null;
  readonly timeZone: string;
}

async function titleOf(db: Db, id: string) {
  const [title] = await rows(
    db,
    sql<{ reference: string; title: string; titleAr: string | null; titleEn: string | null }>`
      select reference, title, title_ar as "titleAr", title_en as "titleEn" from agreements where id = ${id}`,
  );
  if (title === undefined) throw new Error("an agreement whose money was read is there");
  return title;
}

function amountsOf(db: Db, id: string, day: Day) {
  return rows(
    db,
    sql<z.infer<typeof version>>`
      select version, amount_minor::text as amount, qualifier, nullif(lower(effective), '-infinity')::text as from,
             clause, reason, recorded_at as "recordedAt"
      from contribution_amounts
      where contribution_id = ${id} and recorded_at < ${endOfDay(day.knownOn, day.timeZone)} order by version`,
  );
}

function movementsOf(db: Db, id: string, day: Day): Promise<MovementShown[]> {
  const until = endOfDay(day.knownOn, day.timeZone);
  return rows(
    db,
    sql<MovementShown>`
      select m.id, m.kind, m.amount_minor::text as amount, m.moved_on as on, m.note, m.recorded_at as "recordedAt",
             case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end as payee,
             (select coalesce(json_agg(json_build_object('paper', p.hash, 'kind', p.kind, 'number', p.number)
                                       order by p.recorded_at, p.hash), '[]')
              from movement_papers mp join money_papers p on p.hash = mp.hash where mp.movement_id = m.id) as papers,
             case when w.movement_id is not null then json_build_object(
               'reason', w.reason, 'at', w.recorded_at,
               'by', (select n.id from contribution_movements n
                      where n.first_id = m.first_id and n.recorded_at >= w.recorded_at
                      order by n.recorded_at limit 1))
             end as withdrawn
      from contribution_movements m
      left join organisations o on o.id = m.payee_id
      left join movement_withdrawals w on w.movement_id = m.id and w.recorded_at < ${until}
      where m.contribution_id = ${id} and m.moved_on <= ${day.asOf} and m.recorded_at < ${until}
      order by m.moved_on, m.recorded_at, m.id`,
  );
}
