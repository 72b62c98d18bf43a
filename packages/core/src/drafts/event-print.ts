// What an event is known by: its days, its place, those who were bound there, its figures. Of a draft and of a recorded
// event the same shape, so that they can be compared across sources and languages. Pure.

import type { PartialDate } from "../kernel/index.ts";
import { foldName } from "../organisations/index.ts";
import { bodiesIn, bodyOfTitle } from "./bodies.ts";
import type { Draft } from "./draft-format.ts";
import type { Known, KnownEvent, KnownOrganisation, KnownPlace } from "./known.ts";
import { findKnown, placeOf } from "./suggest-organisations.ts";
import { indicatorGroup, plainQuantity } from "./suggestion.ts";

export interface PrintedFigure {
  /** Quantity with indicator group or currency: what is compared. */
  readonly key: string;
  readonly quantity: string;
  readonly words: string;
}

export interface EventPrint {
  readonly kind: string | null;
  readonly dates: readonly PartialDate[];
  readonly published: readonly PartialDate[];
  readonly place: KnownPlace | null;
  /** References of those who are bound or organise, known to the register. */
  readonly organisations: ReadonlySet<string>;
  /** Names of those whom the register does not know, folded. */
  readonly strangers: readonly string[];
  readonly figures: readonly PrintedFigure[];
  /** Whether the text only recalls what was signed before. */
  readonly recalls: boolean;
}

const figure = (quantity: string, group: string, words: string): PrintedFigure => ({
  key: `${quantity} ${group}`,
  quantity,
  words,
});

/** The print of a draft. */
export function printOfDraft(draft: Draft, known: Known): EventPrint {
  const bodies = bodiesIn(draft).map((body) => ({ body, found: findKnown(body, known) }));
  const bound = bodies.filter(({ body }) => !body.behind);
  const told = draft.instruments.filter(({ status }) => status?.value !== "existing");
  const dates = [draft.event?.date, ...told.map(({ signedOn }) => signedOn)];
  const published = [draft.source.publishedOn?.value, known.publishedOn];
  return {
    kind: draft.event?.kind?.value ?? null,
    dates: dates.flatMap((date) => date?.value ?? []),
    published: published.filter((date) => date !== null && date !== undefined),
    place: placeOfDraft(draft, known),
    organisations: new Set(bound.flatMap(({ found }) => found?.organisation.reference ?? [])),
    strangers: bound.filter(({ found }) => !found).map(({ body }) => foldName(body.words)),
    figures: figuresOfDraft(draft),
    recalls: draft.instruments.length > 0 && told.length === 0,
  };
}

/** Where it happened, else where the council that is bound governs. */
function placeOfDraft(draft: Draft, known: Known): KnownPlace | null {
  const places = [draft.event?.place, ...draft.instruments.map(({ signedAt }) => signedAt)];
  const councils = draft.instruments.flatMap(({ parties }) =>
    parties.filter(({ kind }) => kind?.value?.endsWith("_council")).map(({ name }) => name),
  );
  const presidents = draft.attendees.filter(
    ({ title }) => bodyOfTitle(title?.value ?? "")?.kind === "regional_council",
  );
  for (const named of [...places, ...councils, ...presidents.map(({ title }) => title)]) {
    const place = named?.value ? placeOf({ words: named.value }, known) : null;
    if (place) return place;
  }
  return null;
}

function figuresOfDraft(draft: Draft): PrintedFigure[] {
  const targets = [...draft.shared.targets, ...draft.instruments.flatMap((one) => one.targets)];
  const amounts = [...draft.shared.amounts, ...draft.instruments.flatMap((one) => one.amounts)];
  return [
    ...targets.flatMap(({ value, indicator }) => {
      const quantity = plainQuantity(value?.value);
      return quantity === null
        ? []
        : [figure(quantity, indicatorGroup(indicator?.value ?? null), value?.passage.text ?? "")];
    }),
    ...amounts.flatMap(({ value, currency }) => {
      const quantity = plainQuantity(value?.value);
      return quantity === null ? [] : [figure(quantity, currency?.value ?? "", value?.passage.text ?? "")];
    }),
  ];
}

/** The print of a recorded event. */
export function printOfEvent(event: KnownEvent): EventPrint {
  return {
    kind: event.kind,
    dates: [event.date],
    published: event.sources.map(({ published }) => published).filter(({ year }) => year !== null),
    place: event.place,
    organisations: new Set(event.organisations),
    strangers: [],
    figures: event.figures.flatMap(({ quantity, currency, indicator, words }) => {
      const plain = plainQuantity(quantity);
      return plain === null ? [] : [figure(plain, currency ?? indicatorGroup(indicator), words)];
    }),
    recalls: false,
  };
}

/** Those who are in every such text: that they agree says little. */
const everywhere: ReadonlySet<string> = new Set([
  "public_employment_service",
  "ministry",
  "state",
  "public_agency",
]);

export const isEverywhere = (organisation: KnownOrganisation | undefined): boolean =>
  organisation !== undefined && everywhere.has(organisation.kind);
