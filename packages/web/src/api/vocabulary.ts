// The catalogue's words in the reader's language: a code alone is never shown where it has a label.
import { useQueries } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import { type Label, useLabel } from "../language/figures.tsx";
import { indicators, populations, territories, units } from "./read.ts";

/** Labels by code; a code that has none is shown as it is, without its underscores. */
export function useVocabulary(space: Space) {
  const label = useLabel();
  const [known, people, counted, places] = useQueries({
    queries: [indicators(), populations(), units(), territories(space)],
  });
  const word = (entries: readonly Labelled[] | undefined, code: string) => {
    const found = entries?.find((entry) => entry.code === code || entry.aliases?.includes(code));
    return found ? label(found.label) : code.replaceAll("_", " ");
  };
  return {
    indicator: (code: string) => word(known.data, code),
    population: (code: string) => word(people.data, code),
    unit: (code: string) => word(counted.data, code),
    /** By `scheme:code` or by the code alone. */
    place: (reference: string) => {
      const code = reference.slice(reference.indexOf(":") + 1);
      const found = places.data?.find((territory) => territory.code === code);
      if (found) return label(found.name);
      // a commune is not among the places that are read at once: its province names it, beside its code
      const above = places.data?.filter((one) => code.startsWith(`${one.code}.`)) ?? [];
      const nearest = above.toSorted((a, b) => b.code.length - a.code.length)[0];
      return nearest ? `${label(nearest.name)} · ${code}` : code;
    },
    placeById: (id: string) => {
      const found = places.data?.find((territory) => territory.id === id);
      return found ? label(found.name) : "";
    },
  };
}

interface Labelled {
  readonly code: string;
  readonly label: Label;
  readonly aliases?: readonly string[];
}
