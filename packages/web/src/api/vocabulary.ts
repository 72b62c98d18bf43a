// The catalogue's words in the reader's language: a code alone is never shown where it has a label.
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Space } from "../app/address.ts";
import { type Label, useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { indicators, populations, territories, units } from "./read.ts";
import { placesUnder } from "./territory.ts";

export type Vocabulary = ReturnType<typeof useVocabulary>;

/**
 * Labels by code; a code that has none is shown as it is, without its underscores. It watches several answers: a list asks
 * once and hands the words to its rows.
 */
export function useVocabulary(space: Space) {
  const label = useLabel();
  const isReal = space === "real";
  const locale = useLocale();
  const [{ data: known }, { data: people }, { data: counted }, { data: places }, { data: foreign }] =
    useQueries({
      queries: [
        indicators(),
        populations(),
        units(),
        territories(space),
        // an invented country has its name in the register alone; the browser knows the others
        { ...placesUnder(space, undefined), enabled: !isReal },
      ],
    });
  return useMemo(() => {
    const word = (entries: readonly Labelled[] | undefined, code: string) => {
      const found = entries && byCode(entries).get(code);
      return found ? label(found.label) : code.replaceAll("_", " ");
    };
    const placeByCode = new Map(places?.map((place) => [place.code, place]));
    const placeById = new Map(places?.map((place) => [place.id, place]));
    const countries = new Intl.DisplayNames(locale, { type: "region" });
    const country = (code: string) => {
      if (!/^[A-Z]{2}$/u.test(code)) return code;
      if (isReal) return countries.of(code) ?? code;
      const found = foreign?.find((place) => place.code === code);
      return found ? label(found.name) : code;
    };
    return {
      indicator: (code: string) => word(known, code),
      population: (code: string) => word(people, code),
      unit: (code: string) => word(counted, code),
      /** By `scheme:code` or by the code alone. */
      place: (reference: string) => {
        const code = reference.slice(reference.indexOf(":") + 1);
        const found = placeByCode.get(code);
        if (found) return label(found.name);
        // a commune is not among the places that are read at once: its province names it, beside its code
        const province = placeByCode.get(code.split(".").slice(0, 2).join("."));
        return province ? `${label(province.name)} · ${code}` : country(code);
      },
      placeById: (id: string) => {
        const found = placeById.get(id);
        return found ? label(found.name) : "";
      },
    };
  }, [label, locale, isReal, known, people, counted, places, foreign]);
}

interface Labelled {
  readonly code: string;
  readonly label: Label;
  readonly aliases?: readonly string[];
}

const indexes = new WeakMap<readonly Labelled[], Map<string, Labelled>>();

/** Each answer is put in order once, whoever asks. */
function byCode(entries: readonly Labelled[]): Map<string, Labelled> {
  const kept = indexes.get(entries);
  if (kept !== undefined) return kept;
  const aliases = entries.flatMap((entry) => (entry.aliases ?? []).map((alias) => [alias, entry] as const));
  const index = new Map([...aliases, ...entries.map((entry) => [entry.code, entry] as const)]);
  indexes.set(entries, index);
  return index;
}
