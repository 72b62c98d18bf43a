// One question a line, in the words of the field, with why it is asked; what was refused is said above the button.
import { type ChangeEvent, type MouseEvent, type ReactNode, useId, useState } from "react";
import { FormattedMessage } from "react-intl";
import { isUnanswered, Refused } from "../api/refused.ts";
import { DayInput } from "./day-input.tsx";
import { StepRefused } from "./missing-list.tsx";
import { useOwnFault } from "./use-own-fault.ts";
import "./form.css";

interface FieldProps {
  readonly label: ReactNode;
  readonly why?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNeeded?: boolean;
  /** What is wrong with it, in the user's language: said beside the field once it is left. */
  readonly fault?: string;
  readonly onLeave?: () => void;
}

interface TextFieldProps extends FieldProps {
  readonly type?: "text" | "search" | "email" | "password" | "date" | "number";
  /** What the browser may fill in: «username», «current-password», «one-time-code». */
  readonly fills?: string;
  readonly least?: number;
  readonly most?: number;
  readonly digits?: boolean;
  /** Codes and references are read from left to right in every language. */
  readonly direction?: "ltr" | "auto";
  /** For a text of several lines: how many are shown at first. */
  readonly lines?: number;
  /** Suggestions under the field. */
  readonly options?: readonly { readonly value: string; readonly words: string }[];
}

export function TextField(props: TextFieldProps) {
  const { label, why, lines, options } = props;
  const id = useId();
  const [isUnread, setIsUnread] = useState(false);
  const own = useOwnFault();
  const fault = isUnread ? undefined : (props.fault ?? own.fault);
  const onChange = (value: string) => {
    own.forget();
    props.onChange(value);
  };
  const given = { ...attributesOf(id, { ...props, fault }), onInvalid: own.onInvalid, onPaste: own.onPaste };
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {why && (
        <p id={`${id}-why`} className="small muted">
          {why}
        </p>
      )}
      {props.type === "date" ? (
        <DayInput
          {...dayAttributesOf(id, { ...props, fault })}
          value={props.value}
          onChange={onChange}
          onUnread={setIsUnread}
          onMissing={own.onInvalid}
        />
      ) : lines ? (
        <textarea {...given} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...given}
          {...inputAttributesOf(id, props)}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <FieldFault id={id} fault={fault} />
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

function attributesOf(id: string, props: TextFieldProps) {
  const { type = "text", direction, digits } = props;
  const isProse = (type === "text" || type === "search") && !digits;
  return {
    id,
    className: "field",
    dir: direction ?? (isProse ? "auto" : "ltr"),
    value: props.value,
    required: props.isNeeded,
    minLength: type === "number" ? undefined : props.least,
    maxLength: props.most,
    autoComplete: props.fills ?? "off",
    onBlur: props.onLeave,
    "aria-invalid": props.fault ? (true as const) : undefined,
    "aria-describedby": describedBy(id, props),
  };
}

function dayAttributesOf(id: string, props: TextFieldProps) {
  const isWrong = props.fault ? (true as const) : undefined;
  return {
    ...{ id, isNeeded: props.isNeeded, onLeave: props.onLeave },
    ...{ "aria-invalid": isWrong, "aria-describedby": describedBy(id, props) },
  };
}

function inputAttributesOf(id: string, { type = "text", least, digits, options }: TextFieldProps) {
  return {
    type,
    min: type === "number" ? least : undefined,
    inputMode: digits || type === "number" ? ("numeric" as const) : undefined,
    list: options ? `${id}-options` : undefined,
  };
}

interface ChoiceFieldProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly words: string }[];
  /** The words for no choice; without them one is always chosen. */
  readonly none?: string;
}

export function ChoiceField(props: ChoiceFieldProps) {
  const { label, why, value, options, none, isNeeded, onLeave } = props;
  const id = useId();
  const own = useOwnFault();
  const fault = props.fault ?? own.fault;
  const onChange = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    own.forget();
    props.onChange(target.value);
  };
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {why && (
        <p id={`${id}-why`} className="small muted">
          {why}
        </p>
      )}
      <select
        id={id}
        className="field"
        value={value}
        required={isNeeded}
        aria-invalid={fault ? true : undefined}
        aria-describedby={describedBy(id, { why, fault })}
        onBlur={onLeave}
        onInvalid={own.onInvalid}
        onChange={onChange}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.words}
          </option>
        ))}
      </select>
      <FieldFault id={id} fault={fault} />
    </div>
  );
}

/** The reason why it is asked, and what is wrong with it: both are read out with the field. */
export function describedBy(
  id: string,
  { why, fault }: Pick<FieldProps, "why" | "fault">,
): string | undefined {
  const parts = [why ? `${id}-why` : "", fault ? `${id}-fault` : ""].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : undefined;
}

export function FieldFault({ id, fault }: { id: string; fault: string | undefined }) {
  if (!fault) return null;
  return (
    <p id={`${id}-fault`} className="field-fault">
      {fault}
    </p>
  );
}

/** A press on the button leaves no field before it is let go: a fault that is said then would push the button away. */
export const stayInField = (event: MouseEvent): void => event.preventDefault();

interface FormProps {
  readonly onSend: () => void;
  readonly isSending: boolean;
  readonly error: Error | null;
  /** A verb and what it does. */
  readonly action: ReactNode;
  /** In place of the refusal's sentence, where it is answered on the spot. */
  readonly refusal?: ReactNode;
  readonly children: ReactNode;
}

export function Form({ onSend, isSending, error, action, refusal, children }: FormProps) {
  return (
    <form
      className="ask-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      {refusal ?? <Refusal error={error} />}
      <button type="submit" className="button main-button" disabled={isSending} onMouseDown={stayInField}>
        {action}
      </button>
    </form>
  );
}

export function Refusal({ error }: { error: Error | null }) {
  if (error === null) return null;
  if (error instanceof Refused && error.code === "agreements.guards_unmet")
    return (
      <div className="refusal" role="alert">
        <StepRefused refusal={error} />
      </div>
    );
  return (
    <p className="refusal" role="alert">
      <WhyRefused error={error} />
      {error instanceof Refused && error.status === 401 && <ToTheDoorBeside />}
    </p>
  );
}

/** What would be accepted, without the names that the API gives to fields. */
function WhyRefused({ error }: { error: Error }) {
  if (isUnanswered(error)) return <FormattedMessage id="shell.noAnswerToSaving" />;
  if (!(error instanceof Refused)) return <FormattedMessage id="shell.failed" />;
  if (error.code !== "kernel.input_invalid" || error.fields.length === 0) return error.message;
  const faults = [...new Set(error.fields.map(({ message }) => message))].join(" ; ");
  return <FormattedMessage id="form.refused" values={{ faults }} />;
}

/** The session ended over a form: the door opens beside it, so that nothing that is written is left. */
function ToTheDoorBeside() {
  return (
    <>
      {" "}
      <a href="/sign-in" target="_blank" rel="noreferrer">
        <FormattedMessage id="form.signInBeside" />
      </a>
    </>
  );
}
