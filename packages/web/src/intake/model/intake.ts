// A text that waits for review, as the API gives it.
import type { Passage } from "./value.ts";

export type IntakeState = "unread" | "open" | "recorded" | "nothing";

export interface IntakeSummary {
  readonly id: string;
  readonly space: "real" | "simulated";
  readonly file: string;
  readonly language: "fr" | "ar" | "en" | null;
  readonly state: IntakeState;
  readonly openedAt: string;
  readonly openedBy: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly revision: number;
  readonly wanted: number;
  readonly decided: number;
  readonly reason: string | null;
  readonly document: string | null;
  readonly agreements: readonly string[];
}

interface Stamp {
  readonly by?: string | undefined;
  readonly at?: string | undefined;
}

export type Decision = Stamp & { readonly path: string } & (
    | { readonly decision: "accepted"; readonly value?: unknown }
    | { readonly decision: "refused"; readonly why?: string | undefined }
    | { readonly decision: "changed"; readonly value?: unknown }
    | { readonly decision: "added"; readonly key: string; readonly value?: unknown }
  );

/** A sentence in the three languages. */
export interface Told {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fr: string;
  readonly ar: string;
  readonly en: string;
}

export type ChoiceKind =
  | "document"
  | "same_event"
  | "organisation"
  | "person"
  | "event"
  | "agreement"
  | "commitment"
  | "contribution"
  | "figure"
  | "orientation"
  | "doubt"
  | "say";

/** Something that wants a decision. */
export interface Item {
  readonly path: string;
  readonly what: "value" | "addition" | "choice";
  readonly group: string;
  readonly kind: ChoiceKind | null;
  readonly about: string | null;
  readonly value?: unknown;
  readonly passages: readonly Passage[];
  readonly as: "literal" | "normalised" | "inferred" | null;
  readonly basis: "register" | "rule" | "inferred" | null;
  readonly inferred: boolean;
  readonly why: readonly Told[];
  readonly decision: Decision | null;
  readonly decided: boolean;
  readonly suggestedAnew: boolean;
}

export interface Obstacle {
  readonly path: string;
  readonly code: "undecided" | "suggested_anew" | "invalid";
  readonly fault: string | null;
}

export interface LikelyRecorded {
  readonly event: string;
  readonly name: string | null;
  readonly kind: string;
  readonly agreements: readonly string[];
  readonly score: number;
  readonly agrees: readonly Told[];
  readonly differs: readonly Told[];
  readonly sources: readonly { readonly document: string; readonly title: string }[];
}

interface Wording {
  readonly words: string;
  readonly indicator: string | null;
  readonly unit: string | null;
}

export interface Joined {
  readonly path: string;
  readonly reference: string;
  readonly quantity: string | null;
  readonly conflict: boolean;
  readonly here: Wording;
  readonly there: readonly (Wording & { readonly quantity: string | null; readonly title: string })[];
}

interface NewAndKnown {
  readonly new: number;
  readonly known: number;
}

export interface Outline {
  readonly agreements: NewAndKnown;
  readonly commitments: NewAndKnown;
  readonly contributions: NewAndKnown;
  readonly organisations: NewAndKnown;
  readonly events: NewAndKnown;
  readonly figures: number;
  readonly people: number;
  readonly doubts: number;
  readonly assertions: number;
  readonly conflicts: number;
}

export interface DraftSource {
  readonly file: string;
  readonly language: "fr" | "ar" | "en";
  readonly text: string;
}

export interface Draft {
  readonly source: DraftSource;
  readonly event: unknown;
  readonly doubts: readonly {
    readonly about: string;
    readonly readings: readonly string[];
    readonly passages: readonly Passage[];
  }[];
  readonly instruments: readonly { readonly ref: string }[];
  readonly frameworks: readonly { readonly ref: string }[];
}

export interface Intake extends IntakeSummary {
  readonly draft: Draft | null;
  /** The engine's own sentences in the three languages, by the sentence that stands in the draft. */
  readonly words: Readonly<Record<string, { readonly fr: string; readonly ar: string; readonly en: string }>>;
  readonly pagesWithoutText: readonly number[];
  readonly decisions: { readonly format: "iltizam-decisions/1"; readonly decisions: readonly Decision[] };
  readonly items: readonly Item[];
  readonly obstacles: readonly Obstacle[];
  readonly likely: readonly LikelyRecorded[];
  readonly joined: readonly Joined[];
  readonly result: { readonly draft: unknown; readonly review: unknown } | null;
  readonly outline: Outline | null;
}
