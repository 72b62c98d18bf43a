// The questions of a call, in the order in which somebody thinks of them.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { organisationKinds } from "../api/partners.ts";
import type { Space } from "../app/address.ts";
import { AskText } from "../form/asked.tsx";
import { ChooseMany } from "../form/choose-many.tsx";
import { ChoiceField, TextField } from "../form/fields.tsx";
import { PickAgreement, PickOrganisation, PickTerritory } from "../form/picks.tsx";
import type { Row } from "../form/rows.ts";
import { RowsField } from "../form/rows-field.tsx";
import type { FormState } from "../form/use-form.ts";
import { useLabel } from "../language/figures.tsx";
import { territories } from "../users/places.ts";
import { emptyCriterion, emptyDocument, type TermsField } from "./terms-body.ts";

interface QuestionsProps {
  readonly form: FormState<TermsField>;
}
interface PlacedProps extends QuestionsProps {
  readonly space: Space;
  readonly isNew: boolean;
}

const label = (name: TermsField) => <FormattedMessage id={`calls.field.${name}`} />;
const why = (name: TermsField) => <FormattedMessage id={`calls.field.${name}.why`} />;

type AskProps = Omit<Parameters<typeof AskText<TermsField>>[0], "label" | "why">;

/** A question in its own words, with why it is asked. */
const Why = (props: AskProps) => <AskText {...props} label={label(props.name)} why={why(props.name)} />;

/** Two of them beside each other. */
function Two({ names, ...rest }: Omit<AskProps, "name"> & { readonly names: readonly TermsField[] }) {
  return (
    <div className="question-pair">
      {names.map((name) => (
        <Why key={name} {...rest} name={name} />
      ))}
    </div>
  );
}

export function WhatQuestions({ form, space, isNew }: PlacedProps) {
  return (
    <>
      <AskText form={form} name="title" label={label("title")} isNeeded />
      <AskText form={form} name="titleAr" label={label("titleAr")} />
      <AskText form={form} name="purpose" label={label("purpose")} lines={4} />
      <Why form={form} name="contact" />
      {isNew && (
        <>
          <PickAgreement
            form={form}
            name="agreement"
            space={space}
            label={label("agreement")}
            why={why("agreement")}
            isNeeded
          />
          <PickOrganisation
            form={form}
            name="launchedBy"
            space={space}
            label={label("launchedBy")}
            why={why("launchedBy")}
            isNeeded
          />
        </>
      )}
    </>
  );
}

export function WhoQuestions({ form, space, isNew }: PlacedProps) {
  const labelOf = useLabel();
  const kinds = useQuery(organisationKinds()).data ?? [];
  const places = useQuery(territories(space)).data ?? [];
  const provinces = places.filter(({ kind }) => kind === "province");
  return (
    <>
      <ChooseMany
        form={form}
        name="kinds"
        label={label("kinds")}
        options={kinds.map((one) => ({ value: one.code, words: labelOf(one.label) }))}
      />
      {isNew && (
        <PickTerritory
          form={form}
          name="territory"
          space={space}
          label={label("territory")}
          why={why("territory")}
        />
      )}
      <ChooseMany
        form={form}
        name="provinces"
        label={label("provinces")}
        why={why("provinces")}
        options={provinces.map(({ id, name }) => ({ value: id, words: labelOf(name) }))}
      />
      <Two form={form} names={["opensOn", "closesOn"]} type="date" isNeeded />
    </>
  );
}

export function MoneyQuestions({ form }: QuestionsProps) {
  return (
    <>
      <div className="question-pair">
        <AskText form={form} name="envelope" direction="ltr" label={label("envelope")} isNeeded />
        <AskText form={form} name="currency" direction="ltr" label={label("currency")} isNeeded />
      </div>
      <div className="question-pair">
        <Why form={form} name="ceiling" direction="ltr" isNeeded />
        <Why form={form} name="ownSharePercent" direction="ltr" digits />
      </div>
    </>
  );
}

export function JudgingQuestions({ form, isNew }: QuestionsProps & { readonly isNew: boolean }) {
  return (
    <>
      <RowsField
        form={form}
        name="documents"
        legend={label("documents")}
        why={why("documents")}
        add={<FormattedMessage id="calls.addDocument" />}
        empty={emptyDocument}
      >
        {(row, set) => <DocumentRow row={row} set={set} />}
      </RowsField>
      <RowsField
        form={form}
        name="criteria"
        legend={label("criteria")}
        why={why("criteria")}
        add={<FormattedMessage id="calls.addCriterion" />}
        empty={emptyCriterion}
      >
        {(row, set) => <CriterionRow row={row} set={set} />}
      </RowsField>
      <Two form={form} names={["passMark", "disagreementPercent"]} direction="ltr" digits />
      {!isNew && <Why form={form} name="reason" lines={2} isNeeded />}
    </>
  );
}

interface RowProps {
  readonly row: Row;
  readonly set: (change: Row) => void;
}

function Words({ row, set }: RowProps) {
  return (
    <div className="question-pair">
      <TextField
        label={<FormattedMessage id="calls.row.label" />}
        isNeeded
        most={300}
        value={row.label ?? ""}
        onChange={(text) => set({ label: text })}
      />
      <TextField
        label={<FormattedMessage id="calls.row.labelAr" />}
        most={300}
        value={row.labelAr ?? ""}
        onChange={(labelAr) => set({ labelAr })}
      />
    </div>
  );
}

function CriterionRow({ row, set }: RowProps) {
  return (
    <>
      <Words row={row} set={set} />
      <div className="rows-numbers">
        {(["weight", "scale", "atLeast"] as const).map((name) => (
          <TextField
            key={name}
            label={<FormattedMessage id={`calls.row.${name}`} />}
            type="number"
            least={name === "atLeast" ? 0 : 1}
            isNeeded={name !== "atLeast"}
            value={row[name] ?? ""}
            onChange={(text) => set({ [name]: text })}
          />
        ))}
      </div>
    </>
  );
}

function DocumentRow({ row, set }: RowProps) {
  const intl = useIntl();
  return (
    <>
      <Words row={row} set={set} />
      <ChoiceField
        label={<FormattedMessage id="calls.row.required" />}
        value={row.required ?? "yes"}
        onChange={(required) => set({ required })}
        options={["yes", "no"].map((value) => ({
          value,
          words: intl.formatMessage({ id: `calls.row.required.${value}` }),
        }))}
      />
    </>
  );
}
