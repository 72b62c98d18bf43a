// The reviewer's progress: every decision so far, saved as a whole, stamped with who decided and when.
import { z } from "zod";
import { type ActContext, canonicalJson, defineAct, keyText, messageReference } from "../kernel/index.ts";
import type { DecisionFault } from "./apply-to-draft.ts";
import { type Decision, type Decisions, decisionKey, decisions } from "./decisions-format.ts";
import { draftErrors } from "./errors.ts";
import { getIntake } from "./get-intake.ts";
import { intakeInFull } from "./intake-format.ts";
import { changeIntake, type IntakeRow, lockedIntake } from "./intake-store.ts";
import { measureReview } from "./measure-review.ts";

/**
 * @throws `drafts.intake_unknown`, `changed_meanwhile`, `intake_recorded`, `intake_closed`, `intake_unread`,
 * `decision_invalid`
 */
export const saveReview = defineAct({
  name: "drafts.save_review",
  permission: "drafts.review",
  scope: "somewhere",
  input: z.object({ intake: keyText, revision: z.int().min(1), decisions }),
  output: intakeInFull,
  async run(ctx, given) {
    const intake = await lockedIntake(ctx, given.intake, given.revision);
    const draft = openDraft(intake);
    const stamped = stamp(ctx, intake.decisions, given.decisions);
    const measured = await measureReview(ctx, { ...intake, draft, decisions: stamped });
    refuseFaults(measured.application.faults, stamped);
    const { wanted, decided } = measured;
    await changeIntake(ctx, intake.id, { decisions: stamped, wanted, decided });
    const after = { decisions: stamped.decisions.length, decided, wanted };
    await ctx.journal({ object: { kind: "intake", id: intake.id }, after });
    return getIntake(ctx, { intake: intake.id });
  },
});

/** The draft of an intake that is open. @throws `drafts.intake_recorded`, `intake_closed`, `intake_unread` */
export function openDraft({ state, draft, file_name: file }: IntakeRow) {
  if (state === "recorded") throw draftErrors.intake_recorded({ file });
  if (state === "nothing") throw draftErrors.intake_closed({ file });
  if (draft === null) throw draftErrors.intake_unread({ file });
  return draft;
}

const bare = ({ by: _, at: __, ...decision }: Decision) => canonicalJson(decision);

/** A decision that stands as before keeps its hand and hour; a new one bears those of now. */
function stamp(ctx: ActContext, before: Decisions, given: Decisions): Decisions {
  const known = new Map(before.decisions.map((one) => [decisionKey(one), one]));
  const now = { by: ctx.actor.label, at: ctx.clock.now().toISOString() };
  const stamped = given.decisions.map((one): Decision => {
    const old = known.get(decisionKey(one));
    return old && bare(old) === bare(one) ? old : { ...one, ...now };
  });
  return { ...given, decisions: stamped };
}

const sayable: ReadonlySet<string> = new Set([
  ...["unknown_path", "passage_differs", "not_literal", "not_given", "why_missing"],
  ...["not_refusable", "passage_missing"],
]);

/** What is wrong with a decision itself is said at once; what is only missing may wait. */
function refuseFaults(faults: readonly DecisionFault[], given: Decisions): void {
  const own = given.decisions.map(decisionKey);
  const placed = faults.map((fault) => ({ ...fault, key: own.find((key) => isBelow(fault.path, key)) }));
  const fault = placed.find(({ key }) => key !== undefined);
  if (!fault) return;
  const key = sayable.has(fault.fault) ? `fault.${fault.fault}` : "fault.shape";
  const said = messageReference("drafts", key, { detail: fault.fault });
  throw draftErrors.decision_invalid({ path: fault.key ?? fault.path, fault: said });
}

const isBelow = (path: string, key: string) => path === key || path.startsWith(`${key}.`);
