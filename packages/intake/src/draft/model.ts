/** The format `iltizam-draft/1` (docs/formats/draft.md). Offsets are UTF-16 units into `source.text`. */
export type Passage = { start: number; end: number; text: string; page?: number };
export type As = "literal" | "normalised" | "inferred";
export type Value<T> = { value: T; passage: Passage; as: As; why: string | null };
export type Proposed<T> = Value<T> | null;

/** Only what is written; a weekday is 1 (Monday) to 7. */
export type PartialDate = {
  year: number | null;
  month: number | null;
  day: number | null;
  weekday: number | null;
};
export type Period = { from: PartialDate; to: PartialDate };
export type Duration = { months: number };
export type Territory = { scheme: "hcp" | "iso3166"; code: string };

export type Representative = { name: Proposed<string>; title: Proposed<string> };
export type Party = {
  name: Proposed<string>;
  kind: Proposed<string>;
  role: Proposed<string>;
  representative: Representative | null;
};
export type Amount = {
  /** Decimal string in major units. */
  value: Proposed<string | null>;
  currency: Proposed<string>;
  role: Proposed<string>;
  qualifier: Proposed<string>;
  contributor: Proposed<string>;
  inKind: Proposed<boolean>;
  purpose: Proposed<string>;
};
export type Target = {
  value: Proposed<number | null>;
  indicator: Proposed<string>;
  unit: Proposed<string>;
  qualifier: Proposed<string>;
  populations: Value<string>[];
  territory: Proposed<Territory>;
  period: Proposed<Period>;
  deadline: Proposed<PartialDate>;
};
export type Instrument = {
  ref: string;
  type: Proposed<string>;
  status: Proposed<string>;
  count: Proposed<number | null>;
  object: Proposed<string>;
  fields: Value<string>[];
  signedOn: Proposed<PartialDate>;
  signedAt: Proposed<string>;
  duration: Proposed<Duration>;
  parent: string | null;
  leadsTo: string | null;
  refersTo: string[];
  parties: Party[];
  amounts: Amount[];
  targets: Target[];
  clauses: { kind: Proposed<string> }[];
};
export type Framework = {
  ref: string;
  kind: Proposed<string>;
  name: Proposed<string>;
  period: Proposed<Period>;
};
export type OtherFigure = {
  ref: string;
  value: Proposed<number | string>;
  kind: Proposed<string>;
  unit: Proposed<string>;
  currency: Proposed<string>;
  per: Proposed<string>;
  of: string | null;
};
export type EventPart = { kind: Proposed<string>; name: Proposed<string> };
export type DraftEvent = {
  kind: Proposed<string>;
  name: Proposed<string>;
  date: Proposed<PartialDate>;
  place: Proposed<string>;
  organisers: Value<string>[];
  parts: EventPart[];
};
export type Attendee = { name: Proposed<string>; title: Proposed<string>; role: Proposed<string> };
export type Doubt = { about: string; readings: string[]; passages: Passage[] };
export type Draft = {
  format: "iltizam-draft/1";
  source: {
    file: string;
    sha256: string;
    language: string;
    publishedOn: Proposed<PartialDate>;
    text: string;
  };
  event: DraftEvent;
  frameworks: Framework[];
  instruments: Instrument[];
  shared: { amounts: (Amount & { covers: string[] })[]; targets: (Target & { covers: string[] })[] };
  otherFigures: OtherFigure[];
  orientations: { kind: Proposed<string>; author: Proposed<string> }[];
  attendees: Attendee[];
  doubts: Doubt[];
};
