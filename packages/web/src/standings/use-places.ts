// The map's question as the address puts it, with its answer: which places, under which indicator.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type IntlShape, useIntl } from "react-intl";
import { type PlaceRow, type TerritoryStandings, territoryStandings } from "../api/places.ts";
import { useVocabulary, type Vocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { type Label, useLabel } from "../language/figures.tsx";
import { isShare, type Measure, numberAt } from "./measures.ts";

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

interface Asked {
  readonly space: Space;
  readonly indicator?: string | undefined;
  readonly asOf?: string | undefined;
  readonly knownOn?: string | undefined;
}

export function usePlaces({ space, indicator, asOf, knownOn }: Asked) {
  const { data, error, refetch } = useQuery(
    territoryStandings({
      space,
      ...(indicator && { indicator }),
      ...(asOf && { asOf }),
      ...(knownOn && { knownOn }),
    }),
  );
  return { data, error, retry: () => void refetch() };
}

/** The place that the address names, else the whole country. */
export function placeIn({ places }: TerritoryStandings, code: string | undefined): PlaceRow | undefined {
  return (
    places.find((place) => place.code === code && place.kind !== "nation") ??
    places.find(({ kind }) => kind === "nation")
  );
}

export type PlaceWords = ReturnType<typeof placeWords>;

/** Names and numbers of places in the reader's language; a list asks once and hands them to its lines. */
export function usePlaceWords(space: Space): PlaceWords {
  const intl = useIntl();
  const label = useLabel();
  const words = useVocabulary(space);
  return useMemo(() => placeWords(intl, label, words), [intl, label, words]);
}

function placeWords(intl: IntlShape, label: (label: Label) => string, words: Vocabulary) {
  const number = (measure: Measure, value: number) => {
    if (isShare(measure)) return intl.formatNumber(value, { style: "percent", maximumFractionDigits: 1 });
    return intl.formatNumber(value, measure === "perThousand" ? oneDecimal : {});
  };
  return {
    name: (place: PlaceRow) => label(place.name),
    indicator: (code: string | null) => (code === null ? "" : words.indicator(code)),
    unit: (code: string | null) => (code === null ? "" : words.unit(code)),
    measure: (measure: Measure) => intl.formatMessage({ id: `places.measure.${measure}` }),
    number,
    /** The number of a place, or why there is none. */
    said: (place: PlaceRow, measure: Measure) => {
      const value = numberAt(place, measure);
      return value === null ? intl.formatMessage({ id: whyNone(place, measure) }) : number(measure, value);
    },
  };
}

/** Why a place has no number: who reads may not see it, nothing was promised, nobody declared, no evidence, no census. */
export function whyNone(place: PlaceRow, measure: Measure): string {
  if (measure === "announced" || measure === "signed") return `places.none.${measure}`;
  if (measure === "declared") {
    return place.promised.declaringAgreements > 1 ? "places.none.severalDeclare" : "places.none.declared";
  }
  if (place.counted === null) return "places.none.notSeen";
  if (measure === "perThousand" && place.jobSeekers === null) return "places.none.census";
  if (measure === "provenOfSigned" && numberAt(place, "proven") !== null) return "places.none.signed";
  return "bar.noEvidence";
}
