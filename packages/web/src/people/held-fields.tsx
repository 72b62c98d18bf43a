// What is held of a person for a processing, and for how long after what.
import { FormattedMessage, useIntl } from "react-intl";
import type { Processing } from "../api/persons.ts";
import { ChoiceField, TextField } from "../form/fields.tsx";

type Held = Processing["data"][number];
const kinds = ["identity", "contact", "evidence", "request", "complaint"] as const;
const starts = ["last_fact", "decided"] as const;

interface HeldFieldsProps {
  readonly value: readonly Held[];
  readonly onChange: (value: Held[]) => void;
}

export function HeldFields({ value, onChange }: HeldFieldsProps) {
  const set = (at: number, part: Partial<Held>) =>
    onChange(value.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const free = kinds.find((kind) => !value.some(({ field }) => field === kind));
  return (
    <fieldset className="three-languages">
      <legend>
        <FormattedMessage id="people.edit.held" />
      </legend>
      {value.map((held, at) => (
        <div key={held.field} className="held-field">
          <OneHeld held={held} onChange={(part) => set(at, part)} />
          {value.length > 1 && (
            <button
              type="button"
              className="plain-button"
              onClick={() => onChange(value.filter((_, place) => place !== at))}
            >
              <FormattedMessage id="people.edit.drop" />
            </button>
          )}
        </div>
      ))}
      {free && (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => onChange([...value, { field: free, months: 12, after: "last_fact" }])}
          >
            <FormattedMessage id="people.edit.add" />
          </button>
        </p>
      )}
    </fieldset>
  );
}

function OneHeld({ held, onChange }: { held: Held; onChange: (part: Partial<Held>) => void }) {
  const intl = useIntl();
  return (
    <>
      <ChoiceField
        label={<FormattedMessage id="people.edit.field" />}
        value={held.field}
        onChange={(chosen) => onChange({ field: kinds.find((one) => one === chosen) ?? held.field })}
        options={kinds.map((one) => ({
          value: one,
          words: intl.formatMessage({ id: `people.held.${one}` }),
        }))}
      />
      <TextField
        label={<FormattedMessage id="people.edit.months" />}
        type="number"
        least={1}
        isNeeded
        value={String(held.months)}
        onChange={(text) => onChange({ months: Number(text) })}
      />
      <ChoiceField
        label={<FormattedMessage id="people.edit.after" />}
        value={held.after}
        onChange={(chosen) => onChange({ after: starts.find((one) => one === chosen) ?? held.after })}
        options={starts.map((one) => ({
          value: one,
          words: intl.formatMessage({ id: `people.edit.after.${one}` }),
        }))}
      />
    </>
  );
}
