import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  dayOf,
  defineAct,
  firstRow,
  objectScope,
  onlyRow,
  plainDate,
  rows,
} from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";
import { refusalOf } from "./refusals.ts";
import { authoriseCommitment } from "./scope.ts";
import { commitmentKey, refuseCin } from "./told.ts";

const declareInput = z.object({
  commitment: commitmentKey,
  /** The organisation that declares, by reference or id. */
  declarant: z.string().min(2).max(40),
  period: z.object({ from: plainDate, to: plainDate }),
  /** A number without persons: «we hired 312 this quarter». */
  quantity: z.int().min(0),
  /** The day of the statement; today without it. */
  declaredOn: plainDate.optional(),
  document: z.uuid().optional(),
  note: z.string().trim().min(1).max(2000).optional(),
});
type Declared = z.output<typeof declareInput>;

interface Parties {
  readonly commitment: string;
  readonly space: string;
  readonly declarant: string | null;
}

async function findParties(ctx: ActContext, { commitment, declarant }: Declared): Promise<Parties> {
  const found = await firstRow(
    ctx.tx,
    sql<Parties>`
      select c.id as commitment, c.space, o.id as declarant
      from find_commitment(${commitment}) c
      left join organisations o on (o.reference = ${declarant} or o.id::text = ${declarant}) and o.space = c.space
      where c.id is not null`,
  );
  if (found === undefined) throw resultErrors.commitment_unknown({ value: commitment });
  if (found.declarant === null) throw resultErrors.declarant_unknown({ value: declarant });
  return found;
}

/** The declarant's present declarations that share a day with the period; a second writer waits. */
async function present(ctx: ActContext, { commitment, declarant }: Parties, { period }: Declared) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`declare ${commitment} ${declarant}`}, 2))`.execute(
    ctx.tx,
  );
  return rows(
    ctx.tx,
    sql<{ id: string; from: string; to: string; quantity: number; version: number }>`
      select id, lower(period) as from, upper(period) - 1 as to, quantity, version from declarations
      where commitment_id = ${commitment} and declarant_id = ${declarant} and replaced_at is null
        and period && daterange(${period.from}, ${period.to}, '[]') order by period`,
  );
}

/**
 * Records a partner's own number for a period of a commitment. One declarant, one commitment, one period: a later one
 * for the same period replaces it, overlapping periods are refused (ledger.md §1).
 * @throws `results.periods_overlap`, `results.period_backwards`, `results.declarant_unknown`, `results.real_refused`
 */
export const declare = defineAct({
  name: "results.declare",
  permission: "declarations.make",
  scope: "object",
  input: declareInput,
  output: z.object({ declaration: z.uuid(), version: z.int() }),
  async run(ctx, given) {
    const { period, quantity, declaredOn = dayOf(ctx.clock.now(), ctx.timeZone) } = given;
    if (period.from > period.to) throw resultErrors.period_backwards({ from: period.from, to: period.to });
    refuseCin({ note: given.note });
    await authoriseCommitment(ctx, "declarations.make", given.commitment);
    const parties = await findParties(ctx, given);
    // whoever acts for an organisation declares for that one alone
    const lies = await objectScope(ctx.tx, parties.commitment);
    ctx.authorise({ ...lies, organisations: parties.declarant === null ? [] : [parties.declarant] });
    const [other] = await present(ctx, parties, given);
    if (other !== undefined && (other.from !== period.from || other.to !== period.to)) {
      throw resultErrors.periods_overlap({ from: other.from, to: other.to, quantity: other.quantity });
    }
    const declaration = ctx.ids.next();
    const version = await replace(ctx, parties, { ...given, declaredOn }, declaration);
    await ctx.journal({
      object: { kind: "declaration", id: declaration },
      before: other && { quantity: other.quantity },
      after: { commitment: parties.commitment, declarant: parties.declarant, period, quantity, declaredOn },
    });
    return { declaration, version };
  },
});

async function replace(
  ctx: ActContext,
  { commitment, space, declarant }: Parties,
  given: Declared,
  id: string,
) {
  const { period, quantity, declaredOn, document = null, note = null } = given;
  const now = ctx.clock.now();
  await sql`
    update declarations set replaced_at = ${now}
    where commitment_id = ${commitment} and declarant_id = ${declarant} and replaced_at is null
      and period = daterange(${period.from}, ${period.to}, '[]')`.execute(ctx.tx);
  const { version } = await onlyRow(
    ctx.tx,
    sql<{ version: number }>`
      insert into declarations (id, space, commitment_id, declarant_id, period, quantity, document_id, note, version,
                                declared_on, recorded_by, recorded_at)
      select ${id}, ${space}, ${commitment}, ${declarant}, daterange(${period.from}, ${period.to}, '[]'), ${quantity},
             ${document}, ${note}, coalesce(max(version), 0) + 1, ${declaredOn}, ${ctx.actor.id}, ${now}
      from declarations where commitment_id = ${commitment} and declarant_id = ${declarant}
        and period = daterange(${period.from}, ${period.to}, '[]')
      returning version`,
  ).catch((error) => {
    throw refusalOf(error);
  });
  return version;
}
