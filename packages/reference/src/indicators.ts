import type { Label } from "./label.ts";
import { once, readText } from "./table.ts";

/** Restricts what a ratio counts: women, rural milieu, a least evidence level, a cohort old enough to be closed. */
export interface IndicatorFilter {
  readonly sex?: string;
  readonly milieu?: string;
  readonly minimumEvidence?: number;
  readonly cohortClosedAfterMonths?: number;
}

/** An indicator and the first version of its definition. */
export interface IndicatorDefinition {
  readonly code: string;
  readonly aliasOf: null;
  readonly state: "defined" | "undefined";
  readonly label: Label;
  readonly definition: Label;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly unit: string;
  readonly nature: "flow" | "stock" | "ratio" | "money";
  readonly subject: "person" | "thing" | "none";
  readonly proofLevel: number;
  readonly aggregation: "distinct" | "sum" | "last" | "ratio" | "none";
  /** The part of the platform whose rows are counted; only `results` may receive a fact in the ledger. */
  readonly recordedIn:
    | "results"
    | "agreements"
    | "funding"
    | "disbursement"
    | "meetings"
    | "needs"
    | "delivery"
    | "imported"
    | "computed";
  readonly numerator: string | null;
  readonly numeratorFilter: IndicatorFilter | null;
  readonly denominator: string | null;
  readonly denominatorFilter: IndicatorFilter | null;
  /** The indicators that a share may be read for, its own numerator first. */
  readonly appliesTo: readonly string[] | null;
  readonly parameters: Readonly<Record<string, number | string | boolean | null | readonly string[]>>;
  readonly evidence: Label | null;
  readonly pitfalls: Label;
  readonly fieldRow: number | null;
  readonly draftCode: boolean;
  readonly arReviewed: boolean;
}

/** A second code for the same event and unit; no fact is ever posted under it. */
export interface IndicatorAlias {
  readonly code: string;
  readonly aliasOf: string;
  readonly draftCode: boolean;
  readonly reason: Label;
}

const FILES = [
  "agreements-and-money",
  "needs-and-vacancies",
  "training",
  "employment",
  "entrepreneurship",
  "service-points-and-sites",
  "equity-and-governance",
];

const entries = once((): (IndicatorDefinition | IndicatorAlias)[] =>
  FILES.flatMap((file) => JSON.parse(readText(`indicators/${file}.json`))),
);

export const indicators = once(() =>
  entries().filter((entry): entry is IndicatorDefinition => entry.aliasOf === null),
);
export const indicatorAliases = once(() =>
  entries().filter((entry): entry is IndicatorAlias => entry.aliasOf !== null),
);
