// Edits a promise before its target is signed: afterwards an amendment changes it. The form must have read the present
// revision.
import { z } from "zod";
import {
  type ActContext,
  dayOf,
  defineAct,
  kernelErrors,
  keyText,
  noteText,
  plainDate,
} from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { commitmentErrors } from "./errors.ts";
import { checkPopulations, findIndicator, findLiving, requireTerritories } from "./find.ts";
import { commitmentReference } from "./model.ts";
import { type CommitmentChange, type CommitmentRow, openTarget, updateCommitment } from "./store.ts";

const changes = z.object({
  kind: z.enum(["result", "best_efforts"]).optional(),
  indicator: keyText.nullable().optional(),
  unit: keyText.nullable().optional(),
  wording: noteText.trim().min(1).optional(),
  populations: z.array(keyText).optional(),
  territoryId: z.uuid().nullable().optional(),
  milieu: z.enum(["urban", "rural"]).nullable().optional(),
  periodFrom: plainDate.nullable().optional(),
  periodTo: plainDate.nullable().optional(),
  deadline: plainDate.nullable().optional(),
  owedBy: organisationKey.nullable().optional(),
});
type Changes = z.output<typeof changes>;

/**
 * @throws `kernel.edited_meanwhile`, `commitments.target_exists`, `final_keeps_indicator`, and what `promise` refuses
 */
export const editCommitment = defineAct({
  name: "commitments.edit",
  permission: "commitments.draft",
  scope: "object",
  input: z.object({ commitment: commitmentReference, revision: z.int().min(1), changes }),
  output: z.object({ commitment: commitmentReference, revision: z.int() }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    if (commitment.revision !== given.revision) throw kernelErrors.edited_meanwhile();
    if (await openTarget(ctx.tx, commitment.id))
      throw commitmentErrors.target_exists({ commitment: given.commitment });
    const change = await columnsOf(ctx, commitment, given.changes);
    checkWhole(given.commitment, commitment, { ...commitment, ...change });
    await updateCommitment(ctx.tx, commitment.id, change);
    const names = new Set(Object.keys(change));
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      before: Object.fromEntries(Object.entries(commitment).filter(([name]) => names.has(name))),
      after: change,
    });
    await ctx.emit({ type: "commitments.edited", objectId: commitment.id, payload: { fields: [...names] } });
    return { commitment: given.commitment, revision: commitment.revision + 1 };
  },
});

async function columnsOf(ctx: ActContext, { space, indicator: known }: CommitmentRow, wanted: Changes) {
  const { tx } = ctx;
  await checkPopulations(tx, wanted.populations ?? []);
  await requireTerritories(tx, space, [wanted.territoryId ?? null]);
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  const indicator = await orNull(wanted.indicator, (code) => findIndicator(tx, code, today));
  const owner = await orNull(wanted.owedBy, (key) => organisationInSpace(tx, space, key));
  const change: CommitmentChange = {
    kind: wanted.kind,
    indicator: indicator ? indicator.code : indicator,
    indicator_version: indicator ? indicator.version : indicator,
    unit: indicator ? indicator.unit : wanted.unit,
    wording: wanted.wording,
    populations: wanted.populations,
    territory_id: wanted.territoryId,
    milieu: wanted.milieu,
    period_from: wanted.periodFrom,
    period_to: wanted.periodTo,
    deadline: wanted.deadline,
    owed_by: owner ? owner.id : owner,
  };
  // the same indicator again: the definition under which the promise was read stays
  const isSame = change.indicator === known;
  return Object.fromEntries(
    Object.entries(change).filter(
      ([name, value]) => value !== undefined && !(isSame && name === "indicator_version"),
    ),
  );
}

/** What a word names; null takes the value away, undefined leaves it. */
async function orNull<Found>(word: string | null | undefined, find: (word: string) => Promise<Found>) {
  return typeof word === "string" ? find(word) : word;
}

/** What is counted under a final promise was counted by its indicator: that one stays. */
function checkWhole(reference: string, before: CommitmentRow, after: CommitmentRow): void {
  const { period_from: from, period_to: to } = after;
  if (from !== null && to !== null && to < from) throw commitmentErrors.period_reversed({ from, to });
  if (before.state === "final" && after.indicator !== before.indicator)
    throw commitmentErrors.final_keeps_indicator({ commitment: reference, indicator: before.indicator });
}
