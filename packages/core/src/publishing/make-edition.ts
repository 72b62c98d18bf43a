// The one way in which an edition comes about, for who looks at it first and for who publishes it.
import { z } from "zod";
import { type ActContext, dayOf, plainDate, type QueryContext, space } from "../kernel/index.ts";
import { type KeptCounts, together } from "./counts.ts";
import { publishingErrors } from "./errors.ts";
import { type GatheredEdition, gatherEdition } from "./gather-edition.ts";
import { makeContent } from "./make-content.ts";
import { type EditionContent, editionChoice, editionKind } from "./model.ts";
import { withProgress } from "./progress.ts";
import { CannotBeHidden, type Hiding } from "./protect.ts";
import { type OnStep, protectEdition } from "./protect-edition.ts";
import { earlierCounts, editionOf, nextNumber, thresholdOf } from "./store.ts";

export const editionInput = z.object({
  space: space.default("real"),
  kind: editionKind.default("edition"),
  /** Of an extract: the question that it answers. */
  title: z.string().trim().min(3).max(300).optional(),
  /** Facts dated on or before; today without it. */
  asOf: plainDate.optional(),
  /** As recorded by the end of this day; today without it. */
  knownOn: plainDate.optional(),
  /** The edition that this one replaces. */
  supersedes: z.int().positive().max(2_147_483_647).optional(),
  only: editionChoice.default({}),
  /** A name under which `publishing.progress` tells how far it is. */
  watch: z.uuid().optional(),
});
export type EditionInput = z.output<typeof editionInput>;

export interface MadeEdition {
  readonly content: EditionContent;
  readonly kept: KeptCounts;
  readonly gathered: GatheredEdition;
}

/**
 * Gathers, hides and words an edition; writes nothing.
 * @throws `publishing.day_ahead`, `publishing.as_of_after_known_on`, `publishing.title_missing`,
 * `publishing.choice_of_edition`, `publishing.edition_unknown`, `publishing.superseded_already`,
 * `publishing.nothing_to_publish`, `publishing.cannot_be_hidden`
 */
export async function makeEdition(ctx: ActContext | QueryContext, given: EditionInput): Promise<MadeEdition> {
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  const { asOf = given.knownOn ?? today, knownOn = today } = given;
  const days = { asOf, knownOn, timeZone: ctx.timeZone };
  refuseDays(days, today);
  refuseChoice(given);
  await refuseSuperseding(ctx, given);
  const gathered = await gatherEdition(ctx, given.space, days, given.only);
  if (gathered.promises.length === 0) throw publishingErrors.nothing_to_publish({ asOf, knownOn });
  const number = await nextNumber(ctx.tx);
  const whole = given.kind === "edition" ? together : `extract-${number}`;
  const nodes = gathered.nodes.map((node) => (node.node === together ? { ...node, node: whole } : node));
  const threshold = await thresholdOf(ctx.tx);
  const hiding = await withProgress(given.watch, (onStep) =>
    hide(ctx, { ...given, asOf, knownOn, onStep }, { ...gathered, nodes }, whole, threshold),
  );
  const { kind, title = null, supersedes = null } = given;
  const head = {
    ...{ number, kind, title, space: given.space, days, madeOn: today, threshold, supersedes },
  };
  const content = await makeContent(ctx, head, { ...gathered, nodes }, whole, hiding);
  return {
    ...{ content, gathered: { ...gathered, nodes } },
    kept: { nodes, hidden: hiding, threshold, whole, asOf, knownOn },
  };
}

interface Hidden {
  readonly space: string;
  readonly asOf: string;
  readonly knownOn: string;
  readonly onStep: OnStep;
}

async function hide(
  ctx: ActContext | QueryContext,
  { space: of, asOf, knownOn, onStep }: Hidden,
  { nodes, states }: GatheredEdition,
  whole: string,
  threshold: number,
): Promise<Hiding> {
  const earlier = await earlierCounts(ctx.tx, of);
  try {
    return await protectEdition({ nodes, whole, asOf, knownOn }, states, earlier, threshold, onStep);
  } catch (error) {
    if (error instanceof CannotBeHidden) throw publishingErrors.cannot_be_hidden({ counts: [...error.keys] });
    throw error;
  }
}

function refuseDays({ asOf, knownOn }: { asOf: string; knownOn: string }, today: string): void {
  if (knownOn > today) throw publishingErrors.day_ahead({ day: knownOn, today });
  if (asOf > knownOn) throw publishingErrors.as_of_after_known_on({ asOf, knownOn });
}

function refuseChoice({ kind, title, only }: EditionInput): void {
  const chooses = Object.values(only).some((one) => one !== undefined);
  if (kind === "extract" && title === undefined) throw publishingErrors.title_missing();
  if (kind === "edition" && (chooses || title !== undefined)) throw publishingErrors.choice_of_edition();
}

async function refuseSuperseding(
  ctx: ActContext | QueryContext,
  { supersedes }: EditionInput,
): Promise<void> {
  if (supersedes === undefined) return;
  const { supersededBy } = await editionOf(ctx.tx, supersedes);
  if (supersededBy !== null)
    throw publishingErrors.superseded_already({ number: supersedes, by: supersededBy });
}
