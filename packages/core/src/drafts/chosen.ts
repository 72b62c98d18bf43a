// What stands for each choice: the reviewer's decision where there is one, the suggestion where there is none. Pure.
import { canonicalJson } from "../kernel/index.ts";
import type { DecisionFault } from "./apply-to-draft.ts";
import {
  type Choice,
  type ChoiceKind,
  type ChoiceValue,
  choiceValues,
  refusableChoices,
} from "./choices-format.ts";
import type { Decision } from "./decisions-format.ts";

export interface Chosen<Kind extends ChoiceKind = ChoiceKind> {
  readonly choice: Choice<Kind>;
  /** Undefined when the reviewer refused it. */
  readonly value: ChoiceValue<Kind> | undefined;
  readonly decided: boolean;
  /** It was accepted, and another is suggested since. */
  readonly suggestedAnew: boolean;
  readonly faults: readonly DecisionFault[];
}

/** The choice as it stands. */
export function chosenOf(choice: Choice, decision: Decision | undefined): Chosen {
  const open = { choice, value: choice.suggestion, decided: false, suggestedAnew: false, faults: [] };
  if (decision?.decision === "accepted") {
    const same = decision.value === undefined || sameJson(decision.value, choice.suggestion);
    return { ...open, decided: same, suggestedAnew: !same };
  }
  if (decision?.decision === "changed") {
    const parsed = choiceValues[choice.kind].safeParse(decision.value);
    if (parsed.success) return { ...open, value: parsed.data as ChoiceValue<ChoiceKind>, decided: true };
    const faults = parsed.error.issues.map((issue) => ({
      path: choice.path,
      fault: `${issue.path.join(".")}: ${issue.message}`,
    }));
    return { ...open, faults };
  }
  if (decision?.decision === "refused") {
    if (refusableChoices.includes(choice.kind)) return { ...open, value: undefined, decided: true };
    return { ...open, faults: [{ path: choice.path, fault: "not_refusable" }] };
  }
  return open;
}

const sameJson = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/** The chosen values of one kind, by what they are about; refused ones left out. */
export function valuesOf<Kind extends ChoiceKind>(
  all: readonly Chosen[],
  kind: Kind,
): Map<string, ChoiceValue<Kind>> {
  return new Map(
    all.flatMap(({ choice, value }) =>
      choice.kind === kind && value !== undefined ? [[choice.about, value as ChoiceValue<Kind>]] : [],
    ),
  );
}
