// A promise's fields as the texts of a form, and back.
import type { Commitment } from "../api/read.ts";
import { inOrder, needed } from "../form/needed.ts";
import { codesOf, orNull, type Texts } from "../form/texts.ts";
import type { Faults } from "../form/use-form.ts";

export const promiseNames = [
  "wording",
  "kind",
  "indicator",
  "populations",
  "territoryId",
  "milieu",
  "periodFrom",
  "periodTo",
  "deadline",
  "owedBy",
] as const;
export type PromiseName = (typeof promiseNames)[number];

export const emptyPromise: Texts<PromiseName> = {
  ...{ wording: "", kind: "result", indicator: "", populations: "", territoryId: "", milieu: "" },
  ...{ periodFrom: "", periodTo: "", deadline: "", owedBy: "" },
};

export function textsOf(commitment: Commitment): Texts<PromiseName> {
  return {
    wording: commitment.wording,
    kind: commitment.kind,
    indicator: commitment.indicator?.code ?? "",
    populations: commitment.populations.join(" "),
    territoryId: commitment.territory?.id ?? "",
    milieu: commitment.milieu ?? "",
    periodFrom: commitment.period.from ?? "",
    periodTo: commitment.period.to ?? "",
    deadline: commitment.deadline ?? "",
    owedBy: commitment.owedBy?.reference ?? "",
  };
}

export function bodyOf(values: Texts<PromiseName>) {
  return {
    wording: values.wording.trim(),
    kind: values.kind === "best_efforts" ? ("best_efforts" as const) : ("result" as const),
    indicator: orNull(values.indicator),
    populations: codesOf(values.populations),
    territoryId: orNull(values.territoryId),
    milieu: (orNull(values.milieu) ?? null) as Commitment["milieu"],
    periodFrom: orNull(values.periodFrom),
    periodTo: orNull(values.periodTo),
    deadline: orNull(values.deadline),
    owedBy: orNull(values.owedBy),
  };
}

/** The body's changes: only what was changed is sent. */
export function changesOf(values: Texts<PromiseName>, changed: readonly PromiseName[]) {
  const all = bodyOf(values);
  return Object.fromEntries(changed.map((name) => [name, all[name]])) as Partial<typeof all>;
}

export const checkPromise = (values: Texts<PromiseName>): Faults<PromiseName> => ({
  ...needed(values, "wording"),
  ...inOrder(values, "periodFrom", "periodTo"),
});

/** Which field a refusal is about. */
export const about = {
  "commitments.indicator_unknown": "indicator",
  "commitments.final_keeps_indicator": "indicator",
  "commitments.population_unknown": "populations",
  "commitments.territory_unknown": "territoryId",
  "commitments.period_reversed": "periodTo",
  "organisations.unknown": "owedBy",
} as const;
