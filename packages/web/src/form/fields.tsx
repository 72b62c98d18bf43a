// One question a line, in the words of the field, with why it is asked; what was refused is said above the button.
import { type ReactNode, useId } from "react";
import { FormattedMessage } from "react-intl";
import { Refused } from "../api/refused.ts";
import "./form.css";

interface FieldProps {
  readonly label: ReactNode;
  readonly why?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNeeded?: boolean;
}

interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "email" | "password" | "date" | "number";
  /** What the browser may fill in: «username», «current-password», «one-time-code». */
  readonly fills?: string;
  readonly least?: number;
  readonly most?: number;
  readonly digits?: boolean;
  /** Suggestions under the field. */
  readonly options?: readonly { readonly value: string; readonly words: string }[];
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    why,
    value,
    onChange,
    isNeeded,
    type = "text",
    fills = "off",
    least,
    most,
    digits,
    options,
  } = props;
  const id = useId();
  const reads = type === "text" && !digits ? "auto" : "ltr";
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {why && (
        <p id={`${id}-why`} className="small muted">
          {why}
        </p>
      )}
      <input
        id={id}
        className="field"
        type={type}
        dir={reads}
        value={value}
        required={isNeeded}
        minLength={type === "number" ? undefined : least}
        min={type === "number" ? least : undefined}
        maxLength={most}
        autoComplete={fills}
        inputMode={digits || type === "number" ? "numeric" : undefined}
        aria-describedby={why ? `${id}-why` : undefined}
        list={options ? `${id}-options` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {options && (
        <datalist id={`${id}-options`}>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.words}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly words: string }[];
}

export function ChoiceField({ label, why, value, onChange, options, isNeeded }: ChoiceFieldProps) {
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
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.words}
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
  /** A verb and what it does. */
  readonly action: ReactNode;
  readonly children: ReactNode;
}

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
