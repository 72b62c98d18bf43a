// A value with the words that give it: what it is, where it stands, whether it is written so, follows by a rule, or is
// inferred and why.
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { FieldKind } from "../model/field-kinds.ts";
import { type How, isObject, isValue, type Passage } from "../model/value.ts";
import { EntryControl } from "./entry-control.tsx";
import { Field } from "./field.tsx";
import { PassageField } from "./passage-field.tsx";
import { type Entry, type EntryError, entryOf, readEntry } from "./read-entry.ts";
import { isUnread, unread } from "./unread.ts";

interface ValueFieldProps {
  readonly name: string;
  readonly of: FieldKind;
  /** A value with its passage, or a fault. */
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
  readonly told: boolean;
}

interface State {
  readonly entry: Entry;
  readonly kind: FieldKind;
  readonly named: boolean;
  readonly passage: Passage | null;
  readonly how: How | null;
  readonly why: string;
}

const saidKinds = ["words", "number", "date", "territory"] as const;

function saidKindOf(value: unknown): FieldKind {
  if (typeof value === "number") return "number";
  if (!isObject(value)) return "words";
  return "code" in value ? "territory" : "date";
}

function stateOf(of: FieldKind, value: unknown): State {
  const given = isValue(value) ? value : null;
  const kind = of === "said" ? saidKindOf(given?.value) : of;
  return {
    ...{ kind, entry: given ? entryOf(kind, given.value) : {} },
    named: given !== null && given.value === null && kind !== "number" && kind !== "money",
    ...{ passage: given?.passage ?? null, how: given?.as ?? null, why: given?.why ?? "" },
  };
}

/** As it is written when it is the words; else by a rule, unless the reader says that more is needed. */
function howOf(state: State): How {
  const { passage, how, named } = state;
  const words = entryWithWords(state).value ?? "";
  const isWritten = !named && passage !== null && words.trim() === passage.text.trim();
  if (how === "inferred") return "inferred";
  if (how === "normalised") return "normalised";
  return isWritten || named ? "literal" : "normalised";
}

function assembled(state: State): unknown {
  const { passage, named, why } = state;
  const read = named ? { value: null } : readEntry(state.kind, entryWithWords(state));
  if ("error" in read) return unread(read.error as EntryError);
  if (passage === null) return unread("words");
  const as = howOf(state);
  if (as === "inferred" && why.trim() === "") return unread("why");
  return { value: read.value, passage, as, why: as === "inferred" ? why.trim() : null };
}

/** Free words left empty are the words of the passage. */
function entryWithWords({ kind, entry, passage }: State): Entry {
  const isFree = kind === "words" || kind === "organisation" || kind === "person";
  return isFree && (entry.value ?? "") === "" && passage ? { value: passage.text } : entry;
}

export function ValueField({ name, of, value, onValue, told }: ValueFieldProps) {
  const [state, setState] = useState(() => stateOf(of, value));
  const change = (part: Partial<State>) => {
    const next = { ...state, ...part };
    setState(next);
    onValue(assembled(next));
  };
  const own = isUnread(value) && (value.unread === "words" || value.unread === "why") ? null : value;
  return (
    <div className="form-value">
      <Field name={name} kind="value" value={own} told={told}>
        {(control) => (
          <>
            {of === "said" && <SaidKind kind={state.kind} onKind={(kind) => change({ kind, entry: {} })} />}
            <span data-entry={state.kind}>
              <EntryControl
                kind={state.kind}
                entry={state.named ? {} : entryWithWords(state)}
                onEntry={(entry) => change({ entry, named: false })}
                control={control}
              />
            </span>
            <PassageField
              passage={state.passage}
              onPassage={(passage) => change({ passage, ...(followsPassage(state) && { entry: {} }) })}
              told={told}
            />
            <HowControl state={state} onChange={change} told={told && isUnread(value)} />
          </>
        )}
      </Field>
    </div>
  );
}

/** Free words that were the passage's own follow it when another one is chosen. */
const followsPassage = ({ kind, entry, passage }: State) =>
  (kind === "words" || kind === "organisation" || kind === "person") && entry.value === passage?.text;

function SaidKind({ kind, onKind }: { kind: FieldKind; onKind: (kind: FieldKind) => void }) {
  const intl = useIntl();
  return (
    <select
      className="field"
      data-said-kind
      aria-label={intl.formatMessage({ id: "intake.form.saidKind" })}
      value={kind}
      onChange={(event) => onKind(saidKinds.find((one) => one === event.target.value) ?? "words")}
    >
      {saidKinds.map((one) => (
        <option key={one} value={one}>
          {intl.formatMessage({ id: `intake.said.${one}` })}
        </option>
      ))}
    </select>
  );
}

interface HowControlProps {
  readonly state: State;
  readonly onChange: (part: Partial<State>) => void;
  readonly told: boolean;
}

function HowControl({ state, onChange, told }: HowControlProps) {
  const intl = useIntl();
  const how = howOf(state);
  const ways: readonly How[] = ["literal", "normalised", "inferred"];
  const mayBeOpen = !["number", "money"].includes(state.kind);
  return (
    <div className="form-how">
      <select
        className="field"
        data-how
        aria-label={intl.formatMessage({ id: "intake.form.how" })}
        value={how}
        onChange={(event) => onChange({ how: ways.find((one) => one === event.target.value) ?? null })}
      >
        {ways.map((one) => (
          <option key={one} value={one}>
            {intl.formatMessage({ id: `intake.how.${one}.long` })}
          </option>
        ))}
      </select>
      {mayBeOpen && (
        <label className="small form-named">
          <input
            type="checkbox"
            data-named
            checked={state.named}
            onChange={(event) => onChange({ named: event.target.checked })}
          />
          <FormattedMessage id="intake.form.named" />
        </label>
      )}
      {how === "inferred" && (
        <input
          className="field"
          data-why
          dir="auto"
          placeholder={intl.formatMessage({ id: "intake.form.why" })}
          aria-label={intl.formatMessage({ id: "intake.form.why" })}
          aria-invalid={told && state.why.trim() === "" ? true : undefined}
          value={state.why}
          onChange={(event) => onChange({ why: event.target.value })}
        />
      )}
      {how === "inferred" && told && state.why.trim() === "" && (
        <p className="form-fault">
          <FormattedMessage id="intake.fault.why" />
        </p>
      )}
    </div>
  );
}
