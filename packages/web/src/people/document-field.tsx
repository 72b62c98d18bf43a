import { useIntl } from "react-intl";
import type { Document } from "../api/persons.ts";
import { ChoiceField, TextField } from "../form/fields.tsx";

export const emptyDocument: Document = { type: "cin", country: "MA", number: "" };

const types = ["cin", "passport", "residence_permit", "cnss", "other"] as const;

/** A document as it is shown at the counter; its number stays in this field alone. */
export function DocumentField({ value, onChange }: { value: Document; onChange: (value: Document) => void }) {
  const intl = useIntl();
  const words = (id: string) => intl.formatMessage({ id });
  return (
    <>
      <ChoiceField
        label={words("people.document")}
        value={value.type ?? "cin"}
        options={types.map((type) => ({
          value: type,
          words: intl.formatMessage({ id: `people.document.${type}` }),
        }))}
        onChange={(chosen) => onChange({ ...value, type: types.find((type) => type === chosen) ?? "cin" })}
      />
      {value.type !== "cin" && value.type !== "cnss" && (
        <TextField
          label={words("people.country")}
          direction="ltr"
          most={2}
          isNeeded
          value={value.country ?? ""}
          onChange={(country) => onChange({ ...value, country: country.toUpperCase() })}
        />
      )}
      <TextField
        label={words("people.number")}
        why={words("people.numberWhy")}
        direction="ltr"
        least={3}
        most={40}
        isNeeded
        value={value.number}
        onChange={(number) => onChange({ ...value, number })}
      />
    </>
  );
}
