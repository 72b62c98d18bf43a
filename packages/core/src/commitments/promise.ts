import { z } from "zod";
import { type ActContext, dayOf, defineAct, keyText, noteText, plainDate } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { commitmentErrors } from "./errors.ts";
import { checkPopulations, findIndicator, lockedPlaceOf, requireTerritories } from "./find.ts";
import { insertAssertionLinks, insertCommitment } from "./store.ts";

const input = z.object({
  agreement: keyText,
  kind: z.enum(["result", "best_efforts"]).default("result"),
  /** Null while the readings differ in indicator; an alias gives the indicator that it means. */
  indicator: keyText.nullable().default(null),
  /** Used only without an indicator: an indicator brings its own unit. */
  unit: keyText.nullable().default(null),
  wording: noteText.trim().min(1),
  populations: z.array(keyText).default([]),
  territoryId: z.uuid().nullable().default(null),
  milieu: z.enum(["urban", "rural"]).nullable().default(null),
  periodFrom: plainDate.nullable().default(null),
  periodTo: plainDate.nullable().default(null),
  deadline: plainDate.nullable().default(null),
  owedBy: organisationKey.nullable().default(null),
  /** The assertions that announce it, with the field that each gives. */
  announcedBy: z
    .array(z.object({ assertion: z.uuid(), field: z.string().max(200).default("target") }))
    .default([]),
});

const output = z.object({
  id: z.uuid(),
  reference: z.string(),
  state: z.literal("draft"),
  indicator: z.string().nullable(),
  indicatorVersion: z.int().nullable(),
  unit: z.string().nullable(),
});

/**
 * Adds a commitment to an agreement: how much of what is a target or an announced figure, here is what is promised.
 * It is a draft until its indicator is defined and somebody finalises it.
 * @throws `agreements.unknown`, `organisations.unknown`, `commitments.indicator_unknown`, `population_unknown`,
 * `territory_unknown`, `period_reversed`
 */
export const promise = defineAct({
  name: "commitments.promise",
  permission: "commitments.draft",
  scope: "object",
  input,
  output,
  async run(ctx, given) {
    const agreement = await lockedPlaceOf(ctx.tx, given.agreement);
    ctx.authorise(agreement.scope);
    if (given.periodFrom !== null && given.periodTo !== null && given.periodTo < given.periodFrom) {
      throw commitmentErrors.period_reversed({ from: given.periodFrom, to: given.periodTo });
    }
    await checkPopulations(ctx.tx, given.populations);
    const row = { ...(await named(ctx, agreement, given)), ...fields(given) };
    const id = ctx.ids.next();
    const recorded = { id, space: agreement.space, agreement_id: agreement.id, recorded_at: ctx.clock.now() };
    const number = await insertCommitment(ctx.tx, { ...recorded, ...row });
    await insertAssertionLinks(ctx.tx, { id, space: agreement.space }, given.announcedBy);
    const reference = `${agreement.reference}/${number}`;
    await ctx.journal({ object: { kind: "commitment", id }, after: { reference, ...row } });
    await ctx.emit({ type: "commitments.promised", objectId: id, payload: { reference } });
    const { indicator, indicator_version: indicatorVersion, unit } = row;
    return { id, reference, state: "draft" as const, indicator, indicatorVersion, unit };
  },
});

type Given = z.output<typeof input>;

const fields = (given: Given) => ({
  kind: given.kind,
  wording: given.wording,
  populations: given.populations,
  milieu: given.milieu,
  period_from: given.periodFrom,
  period_to: given.periodTo,
  deadline: given.deadline,
});

async function named(ctx: ActContext, agreement: { space: "real" | "simulated" }, given: Given) {
  const { tx } = ctx;
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  const indicator = given.indicator === null ? null : await findIndicator(tx, given.indicator, today);
  const owner = given.owedBy === null ? null : await organisationInSpace(tx, agreement.space, given.owedBy);
  await requireTerritories(tx, agreement.space, [given.territoryId]);
  return {
    indicator: indicator?.code ?? null,
    indicator_version: indicator?.version ?? null,
    unit: indicator?.unit ?? given.unit,
    territory_id: given.territoryId,
    owed_by: owner?.id ?? null,
  };
}
