// A field of any kind; things within things are forms within forms.
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { blankOf } from "./blank.ts";
import { FieldName } from "./field.tsx";
import { PlainField } from "./plain-field.tsx";
import type { Spec } from "./specs.ts";
import { unread } from "./unread.ts";
import { ValueField } from "./value-field.tsx";

export interface SpecFieldProps {
  readonly name: string;
  readonly spec: Spec;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
  readonly told: boolean;
}

export function SpecField(props: SpecFieldProps) {
  const { spec } = props;
  if (spec.kind === "list") return <ListField {...props} of={spec.of} />;
  if (spec.kind !== "value" && spec.kind !== "record") return <PlainField {...props} spec={spec} />;
  if (spec.optional) return <OptionalField {...props} />;
  if (spec.kind === "value") return <ValueField {...props} of={spec.of} />;
  return <RecordFields {...props} fields={spec.fields} />;
}

/** What the text may leave out is asked for when somebody wants to fill it in. */
function OptionalField(props: SpecFieldProps) {
  const { name, spec, value, onValue } = props;
  const needed: Spec = { ...spec, optional: false };
  if (value === null || value === undefined) {
    return (
      <div className="form-field" data-field={name} data-kind="left out">
        <button
          type="button"
          className="quiet form-fill"
          data-fill={name}
          onClick={() => onValue(spec.kind === "value" ? unread("words") : blankOf(needed))}
        >
          + <FieldName name={name} />
        </button>
      </div>
    );
  }
  return (
    <div className="form-optional">
      <SpecField {...props} spec={needed} />
      <button type="button" className="quiet form-leave-out" onClick={() => onValue(null)}>
        <FormattedMessage id="intake.form.leaveOut" />
      </button>
    </div>
  );
}

function RecordFields(props: SpecFieldProps & { fields: Readonly<Record<string, Spec>> }) {
  const { value, fields } = props;
  const given = (value ?? {}) as Readonly<Record<string, unknown>>;
  return (
    <fieldset className="form-record" data-field={props.name} data-kind="record">
      {props.name !== "" && (
        <legend className="unseen">
          <FieldName name={props.name} />
        </legend>
      )}
      {Object.entries(fields).map(([name, spec]) => (
        <div key={name} data-part={name}>
          <SpecField
            name={name}
            spec={spec}
            value={given[name]}
            onValue={(next) => props.onValue({ ...given, [name]: next })}
            told={props.told}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Entries keep their place while others are taken out: each has a number of its own. */
function ListField(props: SpecFieldProps & { of: Spec }) {
  const { name, value, onValue, of, told } = props;
  const list = Array.isArray(value) ? value : [];
  const [keys, setKeys] = useState<readonly number[]>(() => list.map((_, index) => index));
  const add = () => {
    setKeys([...keys, (keys.at(-1) ?? -1) + 1]);
    onValue([...list, blankOf(of)]);
  };
  const remove = (index: number) => {
    setKeys(keys.filter((_, at) => at !== index));
    onValue(list.filter((_, at) => at !== index));
  };
  return (
    <fieldset className="form-list" data-field={name} data-kind="list">
      <legend>
        <FieldName name={name} />
      </legend>
      {list.map((entry, index) => (
        <div className="form-entry" key={keys[index]}>
          <SpecField
            name={name}
            spec={of}
            value={entry}
            onValue={(next) => onValue(list.map((one, at) => (at === index ? next : one)))}
            told={told}
          />
          <button type="button" className="quiet" data-remove onClick={() => remove(index)}>
            <FormattedMessage id="intake.form.remove" />
          </button>
        </div>
      ))}
      <button type="button" className="quiet form-fill" data-fill={name} onClick={add}>
        + <FieldName name={name} />
      </button>
    </fieldset>
  );
}
