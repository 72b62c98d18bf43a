// The form of an application: the project, where, what it promises, how much it asks for. Saved as often as one likes.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Application, ApplicationWords, Call } from "../api/calls.ts";
import { indicators } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { AskText } from "../form/asked.tsx";
import { ChooseMany } from "../form/choose-many.tsx";
import { ChoiceField, TextField } from "../form/fields.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { type Row, rowsOf, textOfRows } from "../form/rows.ts";
import { RowsField } from "../form/rows-field.tsx";
import { codesOf, orNull, wholeNumber } from "../form/texts.ts";
import { type Faults, type FormState, useForm } from "../form/use-form.ts";
import { useLabel } from "../language/figures.tsx";
import { readAmount } from "../money/amount.ts";
import { territories } from "../users/places.ts";
import "../form/form.css";
import "./calls.css";

const empty = { title: "", summary: "", places: "", asked: "", own: "", promises: "" };
export type ApplicationField = keyof typeof empty;
type Texts = Readonly<Record<ApplicationField, string>>;

type Said = Pick<Application, "title" | "summary" | "places" | "asked" | "own" | "promises" | "revision">;

const textsOf = (said: Said): Texts => ({
  ...{ title: said.title ?? "", summary: said.summary ?? "", places: said.places.join(" ") },
  ...{ asked: said.asked ?? "", own: said.own ?? "" },
  promises: textOfRows(
    said.promises.map(({ indicator, quantity, wording }) => ({
      ...{ indicator, quantity: String(quantity), wording },
    })),
  ),
});

const wordsOf = (values: Texts, currency: string): ApplicationWords => ({
  ...{ title: orNull(values.title), summary: orNull(values.summary), places: codesOf(values.places) },
  ...{ asked: readAmount(values.asked, currency), own: readAmount(values.own, currency) },
  promises: rowsOf(values.promises).map((row) => ({
    indicator: row.indicator ?? "",
    quantity: wholeNumber(row.quantity ?? "") ?? 0,
    wording: (row.wording ?? "").trim(),
  })),
});

function check(values: Texts, currency: string): Faults<ApplicationField> {
  const amounts = (["asked", "own"] as const).filter(
    (name) => values[name].trim() !== "" && readAmount(values[name], currency) === null,
  );
  const half = rowsOf(values.promises).some(
    (row) => !row.indicator || !row.wording?.trim() || !wholeNumber(row.quantity ?? ""),
  );
  return {
    ...Object.fromEntries(amounts.map((name) => [name, { id: "moneyForm.fault.amount" }])),
    ...(half && { promises: { id: "calls.fault.promise" } }),
  };
}

interface ApplicationFormProps {
  /** The kind of form and whose: its draft is kept under it. */
  readonly name: string;
  readonly call: Pick<Call, "space" | "currency" | "territory" | "provinces">;
  readonly said: Said | null;
  readonly save: (words: ApplicationWords, revision: number | undefined) => Promise<{ revision: number }>;
  readonly onSaved: () => void;
  readonly first?: ReactNode;
}

export function ApplicationForm({ name, call, said, save, onSaved, first }: ApplicationFormProps) {
  const intl = useIntl();
  const form = useForm<ApplicationField, { revision: number }>({
    name,
    recorded: { texts: said ? textsOf(said) : empty, revision: said?.revision ?? null },
    check: (values) => check(values, call.currency),
    about: { "calls.place_outside": "places", "calls.indicator_unknown": "promises" },
    save: (values, _, revision) => save(wordsOf(values, call.currency), said === null ? undefined : revision),
    revisionOf: ({ revision }) => revision,
    onSaved,
  });
  const action = intl.formatMessage({ id: "calls.saveApplication" });
  return (
    <FormShell
      form={form}
      label={action}
      action={action}
      nameOf={(field) => <FormattedMessage id={`calls.application.${field}`} />}
    >
      {first}
      <ProjectQuestions form={form} call={call} />
      <RowsField
        form={form}
        name="promises"
        legend={<FormattedMessage id="calls.application.promises" />}
        why={<FormattedMessage id="calls.application.promises.why" />}
        add={<FormattedMessage id="calls.addPromise" />}
        empty={{ indicator: "", quantity: "", wording: "" }}
      >
        {(row, set) => <PromiseRow row={row} set={set} />}
      </RowsField>
    </FormShell>
  );
}

function ProjectQuestions({
  form,
  call,
}: Pick<ApplicationFormProps, "call"> & { readonly form: FormState<ApplicationField> }) {
  const places = usePlaces(call.space, call);
  const money = { currency: call.currency };
  return (
    <>
      <AskText form={form} name="title" label={<FormattedMessage id="calls.application.title" />} />
      <AskText
        form={form}
        name="summary"
        lines={6}
        label={<FormattedMessage id="calls.application.summary" />}
        why={<FormattedMessage id="calls.application.summary.why" />}
      />
      <ChooseMany
        form={form}
        name="places"
        label={<FormattedMessage id="calls.application.places" />}
        options={places}
      />
      <div className="question-pair">
        <AskText
          form={form}
          name="asked"
          direction="ltr"
          label={<FormattedMessage id="calls.application.askedIn" values={money} />}
        />
        <AskText
          form={form}
          name="own"
          direction="ltr"
          label={<FormattedMessage id="calls.application.ownIn" values={money} />}
        />
      </div>
    </>
  );
}

/** The provinces of the call; where it names none, those of its territory. */
function usePlaces(space: Space, { provinces, territory }: Pick<Call, "territory" | "provinces">) {
  const labelOf = useLabel();
  const { data = [] } = useQuery(territories(space));
  const inside = data.filter(({ id, parentId }) =>
    provinces.length > 0
      ? provinces.some((one) => one.id === id)
      : parentId === territory.id || id === territory.id,
  );
  return inside.map(({ id, name }) => ({ value: id, words: labelOf(name) }));
}

function PromiseRow({ row, set }: { row: Row; set: (change: Row) => void }) {
  const intl = useIntl();
  const labelOf = useLabel();
  const { data = [] } = useQuery(indicators());
  return (
    <>
      <TextField
        label={<FormattedMessage id="calls.promise.wording" />}
        isNeeded
        most={4000}
        value={row.wording ?? ""}
        onChange={(wording) => set({ wording })}
      />
      <div className="question-pair">
        <ChoiceField
          label={<FormattedMessage id="calls.promise.indicator" />}
          isNeeded
          none={intl.formatMessage({ id: "form.choose" })}
          value={row.indicator ?? ""}
          onChange={(indicator) => set({ indicator })}
          options={data.map((one) => ({ value: one.code, words: labelOf(one.label) }))}
        />
        <TextField
          label={<FormattedMessage id="calls.promise.quantity" />}
          type="number"
          least={1}
          isNeeded
          value={row.quantity ?? ""}
          onChange={(quantity) => set({ quantity })}
        />
      </div>
    </>
  );
}
