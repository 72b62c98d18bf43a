// An intake as it stands: everything that wants a decision, what is in the way, what would be recorded.
import { type Context, dbOf } from "../kernel/index.ts";
import { type Application, applyDecisions } from "./apply-decisions.ts";
import { applyToDraft } from "./apply-to-draft.ts";
import type { Draft } from "./draft-format.ts";
import { draftErrors } from "./errors.ts";
import { gatherKnown } from "./gather-known.ts";
import type { Item, Obstacle } from "./intake-format.ts";
import type { IntakeRow } from "./intake-store.ts";
import type { Known } from "./known.ts";
import { itemsOf, obstaclesOf } from "./list-items.ts";

export interface MeasuredReview {
  readonly known: Known;
  readonly application: Application;
  readonly items: readonly Item[];
  readonly obstacles: readonly Obstacle[];
  readonly wanted: number;
  readonly decided: number;
}

type Reviewed = Pick<IntakeRow, "space" | "published_on" | "decisions" | "words"> & { readonly draft: Draft };

/** @throws `drafts.reader_missing` */
export async function measureReview(ctx: Context, intake: Reviewed): Promise<MeasuredReview> {
  const { draft: base, decisions, words, space, published_on: publishedOn } = intake;
  if (!ctx.reader) throw draftErrors.reader_missing();
  const { gives } = ctx.reader;
  const decidedDraft = applyToDraft(base, decisions, gives).draft ?? base;
  const known = await gatherKnown({ ...ctx, transaction: dbOf(ctx) }, decidedDraft, { space, publishedOn });
  const application = applyDecisions(base, decisions, { known, gives });
  const items = itemsOf(base, decisions, application, words);
  const obstacles = obstaclesOf(items, application);
  const decided = items.filter((item) => item.decided).length;
  return { known, application, items, obstacles, wanted: items.length, decided };
}
