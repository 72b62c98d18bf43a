// One question a line, in the words of the field, with why it is asked; what is wrong is said beside it.
import { type ReactNode, useId } from "react";
import { FormattedMessage } from "react-intl";
import { Refused } from "../api/refused.ts";
import "./people.css";

interface FieldProps {
  readonly label: ReactNode;
  readonly why?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNeeded?: boolean;
}

interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "date" | "search";
  readonly direction?: "ltr" | "auto";
  readonly lines?: number;
  readonly least?: number;
  readonly most?: number;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    why,
    value,
    onChange,
    isNeeded,
    type = "text",
    direction = "auto",
    lines,
    least,
    most,
  } = props;
  const id = useId();
  const common = {
    id,
    className: "field",
    dir: direction,
    value,
    required: isNeeded,
    minLength: least,
    maxLength: most,
    autoComplete: "off",
    "aria-describedby": why ? `${id}-why` : undefined,
  };
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {why && (
        <p id={`${id}-why`} className="small muted">
          {why}
        </p>
      )}
      {lines ? (
        <textarea {...common} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input {...common} type={type} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly (readonly [code: string, words: string])[];
  /** The words for no choice; without them one is always chosen. */
  readonly none?: string;
}

export function ChoiceField({ label, why, value, onChange, options, none, isNeeded }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {why && <p className="small muted">{why}</p>}
      <select
        id={id}
        className="field"
        value={value}
        required={isNeeded}
        onChange={(event) => onChange(event.target.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FormProps {
  readonly onSend: () => void;
  readonly isSending: boolean;
  readonly error: Error | null;
  /** The verb and what it does: the next step is a sentence. */
  readonly action: ReactNode;
  readonly children: ReactNode;
}

/** Questions one under the other, and the way to send them; a refusal is said above the button. */
export function Form({ onSend, isSending, error, action, children }: FormProps) {
  return (
    <form
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <Refusal error={error} />
      <button type="submit" className="button main-button" disabled={isSending}>
        {action}
      </button>
    </form>
  );
}

export function Refusal({ error }: { error: Error | null }) {
  if (error === null) return null;
  return (
    <p className="refusal" role="alert">
      {error instanceof Refused ? error.message : <FormattedMessage id="shell.failed" />}
    </p>
  );
}
