// Where the figures of a draft stand, and which of them the register has already: those count once. Pure.
import type { Choice } from "./choices-format.ts";
import type { DraftTarget } from "./draft-format.ts";
import type { KnownFigure } from "./known.ts";
import { figureAt, figurePaths, groupsIn, levelOf } from "./suggest-groups.ts";
import { indicatorGroup, plainQuantity, type Suggesting, suggest, wordsAround } from "./suggestion.ts";
import { tell } from "./tell.ts";

/** One choice for each target: its level, and the commitment that it announces again. */
export function suggestCommitments(given: Suggesting): Choice<"commitment">[] {
  const groups = groupsIn(given.draft);
  const used = new Set<string>();
  return figurePaths(given.draft, "targets").flatMap((path) => {
    const target = figureAt(given.draft, "targets", path);
    if (!target) return [];
    const agreement = levelOf(given.draft, groups, path);
    const same = sameCommitment(given, agreement, target, used);
    if (same) used.add(same.reference);
    const value = {
      agreement,
      same: same?.reference ?? null,
      wording: wordingOf(given, target),
      milieu: milieuOf(target),
    };
    const why = same
      ? [tell("why.commitment_known", { reference: same.reference, words: same.words })]
      : [tell("why.level", { path: agreement })];
    return [suggest("commitment", given.lasting(path), value, same ? "inferred" : "rule", why)];
  });
}

function wordingOf(given: Suggesting, target: DraftTarget): string {
  const { value, indicator, unit } = target;
  const passages = [
    value?.passage,
    indicator?.passage,
    unit?.passage,
    ...target.populations.map(({ passage }) => passage),
  ];
  return wordsAround(given.draft.source.text, passages) || (indicator?.value ?? "—");
}

/** Who is rural lives in the country: the word of the population gives the milieu. */
function milieuOf({ populations }: DraftTarget) {
  const rural = populations.find(({ value }) => value === "rural_youth" || value === "rural");
  return rural ? { ...rural, value: "rural" as const } : null;
}

function sameCommitment(
  given: Suggesting,
  ref: string,
  target: DraftTarget,
  used: ReadonlySet<string>,
): KnownFigure | undefined {
  const reference = given.sameAgreements.get(ref)?.reference;
  if (reference === undefined || !given.sameEvent) return undefined;
  const quantity = plainQuantity(target.value?.value);
  return given.sameEvent.figures.find(
    (figure) =>
      figure.reference.startsWith(`${reference}/`) &&
      figure.currency === null &&
      !used.has(figure.reference) &&
      plainQuantity(figure.quantity) === quantity &&
      indicatorGroup(figure.indicator) === indicatorGroup(target.indicator?.value ?? null),
  );
}

/** One choice for each amount. */
export function suggestContributions(given: Suggesting): Choice<"contribution">[] {
  const groups = groupsIn(given.draft);
  return figurePaths(given.draft, "amounts").flatMap((path) => {
    const amount = figureAt(given.draft, "amounts", path);
    if (!amount) return [];
    const agreement = levelOf(given.draft, groups, path);
    const reference = given.sameAgreements.get(agreement)?.reference;
    const same = given.sameEvent?.figures.find(
      (figure) =>
        reference !== undefined &&
        figure.reference.startsWith(`${reference}/M`) &&
        figure.currency === (amount.currency?.value ?? null) &&
        plainQuantity(figure.quantity) === plainQuantity(amount.value?.value),
    );
    const why = same
      ? [tell("why.commitment_known", { reference: same.reference, words: same.words })]
      : [tell("why.level", { path: agreement })];
    const value = { agreement, same: same?.reference ?? null };
    return [suggest("contribution", given.lasting(path), value, same ? "inferred" : "rule", why)];
  });
}
