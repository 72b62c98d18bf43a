// A field of a form: its word, its control, and its fault beside it.
import { type ReactNode, useId } from "react";
import { FormattedMessage } from "react-intl";
import { isUnread } from "./unread.ts";

interface FieldProps {
  readonly name: string;
  readonly kind: string;
  readonly value: unknown;
  readonly optional?: boolean | undefined;
  /** Faults are said once the person has left the field or tried to keep the form. */
  readonly told: boolean;
  readonly children: (control: {
    id: string;
    "aria-describedby"?: string;
    "aria-invalid"?: true;
  }) => ReactNode;
}

export function Field({ name, kind, value, optional, told, children }: FieldProps) {
  const id = useId();
  const fault = told && isUnread(value) ? value.unread : null;
  return (
    <div className="form-field" data-field={name} data-kind={kind}>
      <label htmlFor={id}>
        <FieldName name={name} />
        {optional && (
          <span className="muted small">
            {" "}
            <FormattedMessage id="intake.form.optional" />
          </span>
        )}
      </label>
      {children({ id, ...(fault && { "aria-describedby": `${id}-fault`, "aria-invalid": true as const }) })}
      {fault && (
        <p className="form-fault" id={`${id}-fault`}>
          <FormattedMessage id={`intake.fault.${fault}`} />
        </p>
      )}
    </div>
  );
}

export function FieldName({ name }: { name: string }) {
  return <FormattedMessage id={`intake.field.${name}`} />;
}
