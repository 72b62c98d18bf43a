// A field without words of its own: a title, a code, or something that has a name in the register or in this review.
import { useId } from "react";
import { useIntl } from "react-intl";
import type { Control } from "../../form/control.ts";
import { choices } from "../model/choices.ts";
import type { Passage } from "../model/value.ts";
import { CatalogueControl } from "./catalogue-control.tsx";
import { Field } from "./field.tsx";
import { type Named, useFormPlace } from "./form-place.tsx";
import { OrganisationSearch } from "./organisation-search.tsx";
import { PassageField } from "./passage-field.tsx";
import { entryOf, readEntry } from "./read-entry.ts";
import type { Spec } from "./specs.ts";
import { TerritorySearch } from "./territory-search.tsx";
import { isUnread, unread } from "./unread.ts";

type PlainSpec = Exclude<Spec, { kind: "value" | "record" | "list" }>;

export interface PlainFieldProps {
  readonly name: string;
  readonly spec: PlainSpec;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
  readonly told: boolean;
}

export function PlainField({ name, spec, value, onValue, told }: PlainFieldProps) {
  const lacking = spec.optional ? null : unread("missing");
  return (
    <Field name={name} kind={spec.kind} value={value} optional={spec.optional} told={told}>
      {(control) => (
        <PlainControl spec={spec} value={value} onValue={onValue} lacking={lacking} control={control} />
      )}
    </Field>
  );
}

interface PlainControlProps {
  readonly spec: PlainSpec;
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
  readonly lacking: unknown;
  readonly control: Control;
}

function PlainControl({ spec, value, onValue, lacking, control }: PlainControlProps) {
  const place = useFormPlace();
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const write = (next: string) => onValue(next.trim() === "" ? lacking : next);
  switch (spec.kind) {
    case "text":
      return <TextControl text={text} onText={write} control={control} />;
    case "long":
      return (
        <textarea
          {...control}
          className="field"
          rows={2}
          dir="auto"
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      );
    case "yes":
      return (
        <input
          {...control}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onValue(event.target.checked)}
        />
      );
    case "whole":
      return <WholeControl value={value} onValue={onValue} lacking={lacking} control={control} />;
    case "choice":
      return <ChoiceControl list={spec.list} text={text} onText={write} control={control} />;
    case "territory":
      return <PlaceControl value={value} onValue={onValue} lacking={lacking} control={control} />;
    case "population":
      return <CatalogueControl of="population" code={text} onCode={write} control={control} />;
    case "organisation":
      return (
        <OrganisationSearch
          reference={text}
          onReference={(next) => onValue(next ?? lacking)}
          control={control}
        />
      );
    case "passage":
      return (
        <PassageField
          passage={isUnread(value) ? null : (value as Passage | null)}
          onPassage={(passage) => onValue(passage ?? unread("words"))}
          told={false}
        />
      );
    default:
      return <NamedControl among={namedOf(spec.kind, place)} text={text} onText={write} control={control} />;
  }
}

function namedOf(kind: string, place: ReturnType<typeof useFormPlace>): readonly Named[] {
  if (kind === "agreement") return place.agreements;
  if (kind === "person") return place.people;
  if (kind === "commitment") return place.commitments;
  return [...place.agreements, ...place.commitments];
}

interface TextControlProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly control: Control;
}

function TextControl({ text, onText, control }: TextControlProps) {
  return (
    <input
      {...control}
      className="field"
      dir="auto"
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  );
}

/** Something by its code, offered with its words; the words stand under it once it is known. */
function NamedControl({ among, text, onText, control }: TextControlProps & { among: readonly Named[] }) {
  const id = useId();
  const known = among.find(({ code }) => code === text);
  return (
    <>
      <input
        {...control}
        className="field"
        list={id}
        dir="auto"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <datalist id={id}>
        {among.map(({ code, words }) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </datalist>
      {known && (
        <p className="small muted">
          <bdi>{known.words}</bdi>
        </p>
      )}
    </>
  );
}

function ChoiceControl({ list, text, onText, control }: TextControlProps & { list: keyof typeof choices }) {
  const intl = useIntl();
  return (
    <select {...control} className="field" value={text} onChange={(event) => onText(event.target.value)}>
      <option value="">{intl.formatMessage({ id: "intake.form.choose" })}</option>
      {choices[list].codes.map((code) => (
        <option key={code} value={code}>
          {intl.formatMessage({ id: choices[list].word(code) })}
        </option>
      ))}
    </select>
  );
}

type ValueControlProps = Pick<PlainControlProps, "value" | "onValue" | "lacking" | "control">;

function WholeControl({ value, onValue, lacking, control }: ValueControlProps) {
  const text = typeof value === "number" ? String(value) : "";
  const write = (next: string) => {
    const whole = Number(next);
    onValue(next === "" ? lacking : Number.isInteger(whole) && whole >= 0 ? whole : unread("number"));
  };
  return (
    <input
      {...control}
      type="number"
      min={0}
      className="field form-short"
      value={text}
      onChange={(event) => write(event.target.value)}
    />
  );
}

function PlaceControl({ value, onValue, lacking, control }: ValueControlProps) {
  const code = isUnread(value) || !value ? "" : (entryOf("territory", value).value ?? "");
  const write = (next: string) => {
    const read = readEntry("territory", { value: next });
    onValue("value" in read ? read.value : lacking);
  };
  return <TerritorySearch code={code} onCode={write} control={control} />;
}
