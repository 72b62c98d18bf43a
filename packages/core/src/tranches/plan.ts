// Splits a contribution: one more tranche with its day and its conditions. The sum of the tranches is shown beside the
// contribution, never forced.
import { sql } from "kysely";
import { z } from "zod";
import { contributionReference } from "../funding/index.ts";
import {
  type ActContext,
  dayOf,
  defineAct,
  firstRow,
  keyText,
  onlyRow,
  parseMoney,
  plainDate,
} from "../kernel/index.ts";
import { trancheErrors } from "./errors.ts";
import { type Condition, condition, mostConditions, trancheReference } from "./model.ts";
import { type ContributionPlace, contributionOf, requireOpen } from "./store.ts";

/** @throws `tranches.unknown`, `not_whole`, `report_elsewhere`, `commitment_elsewhere`, `no_tranche_before`, `agreement_ended`, `agreement_expired` */
export const planTranche = defineAct({
  name: "tranches.plan",
  permission: "tranches.plan",
  scope: "object",
  input: z.object({
    contribution: contributionReference,
    /** Decimal string in major units of the contribution's currency. */
    amount: keyText,
    plannedOn: plainDate,
    conditions: z.array(condition).max(mostConditions).default([]),
  }),
  output: z.object({ tranche: trancheReference }),
  async run(ctx, given) {
    const contribution = await contributionOf(ctx.tx, given.contribution);
    ctx.authorise(contribution.scope);
    requireOpen(contribution, dayOf(ctx.clock.now(), ctx.timeZone));
    const { minor } = parseMoney(given.amount, contribution.currency);
    if (contribution.inKind || minor <= 0n)
      throw trancheErrors.not_whole({ contribution: given.contribution });
    const tranche = await insertTranche(ctx, contribution, minor, given.plannedOn);
    for (const [index, one] of given.conditions.entries())
      await insertCondition(ctx, contribution, { ...tranche, condition: index + 1 }, one);
    const reference = `${given.contribution}/T${tranche.number}`;
    const { amount, plannedOn, conditions } = given;
    await ctx.journal({
      object: { kind: "contribution", id: contribution.id },
      after: { tranche: reference, amount, plannedOn, conditions },
    });
    await ctx.emit({ type: "tranches.planned", objectId: tranche.id, payload: { tranche: reference } });
    return { tranche: reference };
  },
});

async function insertTranche(ctx: ActContext, place: ContributionPlace, minor: bigint, plannedOn: string) {
  const id = ctx.ids.next();
  const { number } = await onlyRow(
    ctx.tx,
    sql<{ number: number }>`
      insert into tranches (id, space, contribution_id, number, amount_minor, planned_on, recorded_at)
      select ${id}, ${place.space}, ${place.id}, coalesce(max(number), 0) + 1, ${minor.toString()}::bigint,
             ${plannedOn}, ${ctx.clock.now()}
      from tranches where contribution_id = ${place.id} returning number`,
  );
  return { id, number };
}

async function insertCondition(
  ctx: ActContext,
  place: ContributionPlace,
  at: { readonly id: string; readonly number: number; readonly condition: number },
  given: Condition,
): Promise<void> {
  const report = given.kind === "report" ? await reportHere(ctx, place, given.report) : null;
  const commitment = given.kind === "results" ? await commitmentHere(ctx, place, given.commitment) : null;
  if (given.kind === "justified" && at.number === 1) throw trancheErrors.no_tranche_before();
  const [quantity, by] = given.kind === "results" ? [given.quantity, given.by] : [null, null];
  await sql`
    insert into tranche_conditions (id, tranche_id, number, kind, report_id, commitment_id, quantity, by_day, share,
                                    document)
    values (${ctx.ids.next()}, ${at.id}, ${at.condition}, ${given.kind}, ${report}, ${commitment}, ${quantity}, ${by},
            ${given.kind === "justified" ? given.share : null},
            ${given.kind === "document" ? given.document : null})`.execute(ctx.tx);
}

async function reportHere({ tx }: ActContext, { agreementId }: ContributionPlace, report: string) {
  const found = await firstRow(
    tx,
    sql<{ id: string }>`select id from reports where id = ${report} and agreement_id = ${agreementId}`,
  );
  if (!found) throw trancheErrors.report_elsewhere({ report });
  return found.id;
}

async function commitmentHere({ tx }: ActContext, { agreementId }: ContributionPlace, commitment: string) {
  const found = await firstRow(
    tx,
    sql<{ id: string }>`
      select id from find_commitment(${commitment}) where agreement_id = ${agreementId} and indicator is not null`,
  );
  if (!found) throw trancheErrors.commitment_elsewhere({ commitment });
  return found.id;
}
