// What the register (and the reader's lexicon) knows of the names, places, events and figures of a draft: plain data,
// gathered once, so that the suggestions that rest on it are pure.
import type { PartialDate, Space } from "../kernel/index.ts";
import type { NameLanguage, OrganisationKind } from "../organisations/index.ts";

export interface TerritoryCode {
  readonly scheme: string;
  readonly code: string;
}

export interface KnownPlace extends TerritoryCode {
  readonly kind: "nation" | "region" | "province" | "commune" | "abroad";
  /** `scheme:code` of itself and of everything above it, itself first. */
  readonly path: readonly string[];
  readonly nameFr: string;
}

export interface KnownOrganisation {
  readonly reference: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Every name that it has or had, folded. */
  readonly folded: readonly string[];
  readonly country: string;
  readonly territory: TerritoryCode | null;
}

/** A body as the reader's lexicon has it: its names in every language, the first one official. */
export interface LexiconBody {
  readonly kind: string;
  readonly country: string;
  readonly names: readonly { readonly name: string; readonly language: NameLanguage }[];
}

export interface KnownFigure {
  /** `REF/1` or `REF/M1`. */
  readonly reference: string;
  readonly quantity: string | null;
  readonly currency: string | null;
  readonly indicator: string | null;
  readonly unit: string | null;
  readonly words: string;
  readonly title: string;
}

export interface KnownAgreement {
  readonly reference: string;
  readonly kind: string;
  readonly type: string | null;
  readonly title: string;
  readonly state: string;
  readonly standsFor: number | null;
  readonly purpose: string | null;
  readonly parent: string | null;
  readonly territory: TerritoryCode | null;
  readonly parties: readonly string[];
  /** The last numbers given to its commitments and contributions. */
  readonly commitments: number;
  readonly contributions: number;
}

export interface KnownEvent {
  readonly reference: string;
  readonly kind: string;
  readonly name: string | null;
  readonly date: PartialDate;
  readonly place: KnownPlace | null;
  readonly agreements: readonly string[];
  /** References of those who are parties of its agreements, and of those who organised or attended it. */
  readonly organisations: readonly string[];
  readonly figures: readonly KnownFigure[];
  readonly sources: readonly {
    readonly document: string;
    readonly title: string;
    readonly published: PartialDate;
  }[];
}

export interface Known {
  readonly space: Space;
  /** ISO 3166 code of the space's nation. */
  readonly country: string;
  /** The organisations that words of the draft may mean. */
  readonly organisations: readonly KnownOrganisation[];
  /** What the reader's lexicon knows of these words. */
  readonly lexicon: ReadonlyMap<string, LexiconBody>;
  /** The place that a name of the text means, by the name as it stands there. */
  readonly places: ReadonlyMap<string, KnownPlace>;
  /** Events that share a party or a figure with the draft. */
  readonly events: readonly KnownEvent[];
  /** The agreements of these events, and those whose titles the draft names. */
  readonly agreements: readonly KnownAgreement[];
  /** References that are taken: of organisations, agreements and events. */
  readonly taken: ReadonlySet<string>;
  /** What the person who opened the text knows of its publication. */
  readonly publishedOn: PartialDate | null;
}

export const nothingKnown: Known = {
  space: "real",
  country: "MA",
  organisations: [],
  lexicon: new Map(),
  places: new Map(),
  events: [],
  agreements: [],
  taken: new Set(),
  publishedOn: null,
};
