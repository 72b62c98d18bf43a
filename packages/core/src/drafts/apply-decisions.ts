// From a draft and what its reviewer decided to the draft and the review that are recorded. Pure: the same decisions on
// the same draft, with the same knowledge of the register, give the same.
import { additionsIn } from "./additions.ts";
import { applyToDraft, type DecisionFault } from "./apply-to-draft.ts";
import { choiceValues } from "./choices-format.ts";
import { type Chosen, chosenOf, valuesOf } from "./chosen.ts";
import { type Decision, type Decisions, decisionKey } from "./decisions-format.ts";
import type { Draft } from "./draft-format.ts";
import type { Known } from "./known.ts";
import { makeReview } from "./make-review.ts";
import { type Review, review as reviewFormat } from "./review-format.ts";
import { type Suggestions, suggestReview } from "./suggest.ts";
import type { Gives } from "./value-given.ts";

/** What decisions are judged by. */
export interface Judging {
  readonly known: Known;
  readonly gives: Gives;
}

export interface Application {
  /** The draft as decided; null when what was decided is no draft. */
  readonly draft: Draft | null;
  /** Null when it does not fit its format; suggestions stand in the open places. */
  readonly review: Review | null;
  readonly chosen: readonly Chosen[];
  readonly suggestions: Suggestions | null;
  /** The lasting path of what stands at a path of the draft now. */
  readonly lasting: ReadonlyMap<string, string>;
  readonly faults: readonly DecisionFault[];
}

const sameEventPath = "review/same_event/event";

/** The recorded event that the reviewer says this is: a decision, never a suggestion. */
function eventChosen(decisions: ReadonlyMap<string, Decision>): string | null {
  const decision = decisions.get(sameEventPath);
  if (decision?.decision !== "accepted" && decision?.decision !== "changed") return null;
  return choiceValues.same_event.safeParse(decision.value).data?.event ?? null;
}

export function applyDecisions(base: Draft, decisions: Decisions, { known, gives }: Judging): Application {
  const byPath = new Map(decisions.decisions.map((one) => [decisionKey(one), one]));
  const decided = applyToDraft(base, decisions, gives);
  const { additions, faults } = additionsIn(decisions, base.source.text, gives);
  const nothing = { review: null, chosen: [], suggestions: null, lasting: decided.lasting };
  const found = [...decided.faults, ...faults];
  if (decided.draft === null) return { ...nothing, draft: null, faults: found };
  const { lasting } = decided;
  const suggestions = suggestReview(
    decided.draft,
    known,
    eventChosen(byPath),
    (path) => lasting.get(path) ?? path,
  );
  const chosen = suggestions.choices.map((choice) => chosenOf(choice, byPath.get(choice.path)));
  const wrong = [...found, ...chosen.flatMap((one) => one.faults)];
  const { draft, lasting: left } = withoutSettled(decided.draft, chosen, lasting);
  const made = makeReview({ draft, known, chosen, additions, lasting: left });
  const parsed = reviewFormat.safeParse(made);
  const shape = (parsed.error?.issues ?? []).map((issue) => ({
    path: `review/${issue.path.join("/")}`,
    fault: issue.message,
  }));
  return {
    draft,
    review: parsed.data ?? null,
    chosen,
    suggestions,
    lasting: left,
    faults: [...wrong, ...shape],
  };
}

/** A doubt that the reviewer settled, or holds for none, is not kept as one. */
function withoutSettled(draft: Draft, chosen: readonly Chosen[], lasting: ReadonlyMap<string, string>) {
  const choices = valuesOf(chosen, "doubt");
  const isOpen = (index: number) => choices.get(lasting.get(`doubts.${index}`) ?? "")?.reading === null;
  const kept = draft.doubts.flatMap((doubt, index) => (isOpen(index) ? [{ doubt, index }] : []));
  const others = [...lasting].filter(([path]) => !path.startsWith("doubts."));
  const doubts = kept.map(({ index }, now): [string, string] => [
    `doubts.${now}`,
    lasting.get(`doubts.${index}`) ?? `doubts.${index}`,
  ]);
  return {
    draft: { ...draft, doubts: kept.map(({ doubt }) => doubt) },
    lasting: new Map([...others, ...doubts]),
  };
}
