// An indicator, a unit or a population, by its label in the catalogue.
import { useIntl } from "react-intl";
import { useCatalogue } from "../../form/catalogue.ts";
import type { Control } from "../../form/control.ts";

interface CatalogueControlProps {
  readonly of: "indicator" | "unit" | "population";
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly control: Control;
}

export function CatalogueControl({ of, code, onCode, control }: CatalogueControlProps) {
  const intl = useIntl();
  const entries = useCatalogue(of);
  const isKnown = code === "" || entries.some((entry) => entry.value === code);
  return (
    <select {...control} className="field" value={code} onChange={(event) => onCode(event.target.value)}>
      <option value="">{intl.formatMessage({ id: "intake.form.choose" })}</option>
      {!isKnown && <option value={code}>{code.replaceAll("_", " ")}</option>}
      {entries.map((entry) => (
        <option key={entry.value} value={entry.value}>
          {entry.words}
        </option>
      ))}
    </select>
  );
}
