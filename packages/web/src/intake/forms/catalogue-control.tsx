// An indicator, a unit or a population, by its label in the catalogue.
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { indicators, populations, units } from "../../api/read.ts";
import type { Control } from "../../form/control.ts";
import { useLabel } from "../../language/figures.tsx";

interface CatalogueControlProps {
  readonly of: "indicator" | "unit" | "population";
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly control: Control;
}

export function CatalogueControl({ of, code, onCode, control }: CatalogueControlProps) {
  const intl = useIntl();
  const entries = useCatalogue(of);
  const isKnown = code === "" || entries.some((entry) => entry.code === code);
  return (
    <select {...control} className="field" value={code} onChange={(event) => onCode(event.target.value)}>
      <option value="">{intl.formatMessage({ id: "intake.form.choose" })}</option>
      {!isKnown && <option value={code}>{code.replaceAll("_", " ")}</option>}
      {entries.map((entry) => (
        <option key={entry.code} value={entry.code}>
          {entry.words}
        </option>
      ))}
    </select>
  );
}

/** The codes of a catalogue with their labels, by label. */
export function useCatalogue(of: "indicator" | "unit" | "population") {
  const label = useLabel();
  const known = useQuery({ ...indicators(), enabled: of === "indicator" });
  const people = useQuery({ ...populations(), enabled: of === "population" });
  const counted = useQuery({ ...units(), enabled: of === "unit" });
  const data = { indicator: known.data, population: people.data, unit: counted.data }[of] ?? [];
  return data
    .map((entry) => ({ code: entry.code, words: label(entry.label) }))
    .toSorted((a, b) => a.words.localeCompare(b.words));
}
