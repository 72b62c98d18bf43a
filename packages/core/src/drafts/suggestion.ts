// What every rule of suggestion is given, and the helpers that they share. Pure.
import type { Basis, Choice, ChoiceKind, ChoiceValue, Told } from "./choices-format.ts";
import { choicePath } from "./choices-format.ts";
import type { Draft, Passage } from "./draft-format.ts";
import type { Known, KnownAgreement, KnownEvent } from "./known.ts";
import type { References } from "./suggest-references.ts";

export interface Suggesting {
  /** The draft as decided so far. */
  readonly draft: Draft;
  readonly known: Known;
  /** The recorded event that the reviewer says this is. */
  readonly sameEvent: KnownEvent | null;
  readonly references: References;
  /** The lasting path of what stands at a path of the draft. */
  lasting(path: string): string;
  /** The agreement of the register that a ref of the draft is, where one is known. */
  readonly sameAgreements: ReadonlyMap<string, KnownAgreement>;
}

export function suggest<Kind extends ChoiceKind>(
  kind: Kind,
  about: string,
  suggestion: ChoiceValue<Kind>,
  basis: Basis,
  why: readonly Told[] = [],
): Choice<Kind> {
  return { path: choicePath(kind, about), kind, about, suggestion, basis, why };
}

/** The words from the first to the last of the passages, when they stand close; else those of the first alone. */
export function wordsAround(text: string, passages: readonly (Passage | undefined)[], most = 160): string {
  const given = passages.filter((passage) => passage !== undefined);
  const start = Math.min(...given.map((passage) => passage.start));
  const end = Math.max(...given.map((passage) => passage.end));
  const whole = text.slice(start, end);
  const words = whole.length <= most && !whole.includes("\n") ? whole : (given[0]?.text ?? "");
  return words.replace(/\s+/gu, " ").trim();
}

const typeGroups: readonly (readonly string[])[] = [
  ["convention", "partnership_agreement", "framework_agreement", "tripartite_convention", "protocol"],
  ["letter_of_intent", "mou"],
];
const indicatorGroups: readonly (readonly string[])[] = [
  [
    "placements",
    "recruitments",
    "durable_jobs",
    "jobs_created",
    "salaried_employment_supported",
    "return_to_work",
  ],
  ["persons_trained", "persons_trained_and_supported", "training_places"],
  ["service_points_created", "service_points_opened"],
];

const groupOf = (groups: readonly (readonly string[])[], code: string | null): string =>
  groups.find((group) => group.includes(code ?? ""))?.[0] ?? code ?? "";

/** Words of the field that texts use for one another (docs/formats/draft.md, “How a draft is scored”). */
export const typeGroup = (type: string | null): string => groupOf(typeGroups, type);
export const indicatorGroup = (indicator: string | null): string => groupOf(indicatorGroups, indicator);

/** A quantity as one text, however it is written: 6000, "6000", "160000000.00". */
export function plainQuantity(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return String(value)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}
