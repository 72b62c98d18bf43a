import { useQuery } from "@tanstack/react-query";
import { indicators, populations, units } from "../api/read.ts";
import { useLabel } from "../language/figures.tsx";

/** The codes of a catalogue with their labels, by label. */
export function useCatalogue(of: "indicator" | "unit" | "population") {
  const label = useLabel();
  const known = useQuery({ ...indicators(), enabled: of === "indicator" });
  const people = useQuery({ ...populations(), enabled: of === "population" });
  const counted = useQuery({ ...units(), enabled: of === "unit" });
  const data = { indicator: known.data, population: people.data, unit: counted.data }[of] ?? [];
  return data
    .map((entry) => ({ value: entry.code, words: label(entry.label) }))
    .toSorted((a, b) => a.words.localeCompare(b.words));
}
