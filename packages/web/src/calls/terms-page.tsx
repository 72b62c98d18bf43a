// Prepares a call, or changes one that is prepared: for whom, how much, by when, what is asked and how it is judged.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Call, call as callQuery, prepareCall, reviseCall } from "../api/calls.ts";
import { useRightsAt } from "../api/rights.ts";
import type { Space } from "../app/address.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo, useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { rowsOf } from "../form/rows.ts";
import { orNull } from "../form/texts.ts";
import { type Faults, type FormState, useForm } from "../form/use-form.ts";
import { readAmount } from "../money/amount.ts";
import { currencyOf, emptyTerms, type TermsField, termsBody, textsOfCall } from "./terms-body.ts";
import { JudgingQuestions, MoneyQuestions, WhatQuestions, WhoQuestions } from "./terms-questions.tsx";
import "../form/form.css";
import "./calls.css";

export function NewCallPage() {
  const { agreement = "" } = useSearch({ from: "/calls/new" });
  const space = useShownSpace();
  const { data: who } = useQuery(me());
  if (!who) return <Waiting lines={12} />;
  return (
    <TermsPage title="calls.prepare" isAllowed={may(who, "calls.prepare")}>
      <NewCallForm agreement={agreement} space={space} />
    </TermsPage>
  );
}

export function EditCallPage() {
  const { call } = useParams({ from: "/calls/$call/edit" });
  const { data, error, refetch } = useQuery(callQuery(call));
  const { may, isKnown } = useRightsAt({ call });
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !isKnown) return <Waiting lines={12} />;
  return (
    <TermsPage title="calls.edit" reference={data.reference} isAllowed={may("calls.prepare")}>
      {data.state === "prepared" ? (
        <EditCallForm key={data.version} call={data} />
      ) : (
        <p>
          <FormattedMessage id="calls.frozen" />
        </p>
      )}
    </TermsPage>
  );
}

function TermsPage({
  title,
  reference,
  isAllowed,
  children,
}: {
  title: string;
  reference?: string;
  isAllowed: boolean;
  children: ReactNode;
}) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: title });
  return (
    <Page
      title={name}
      name={reference ? `${name} · ${reference}` : name}
      lead={
        reference && (
          <Link to="/calls/$call" params={{ call: reference }}>
            <FormattedMessage id="calls.back" />
          </Link>
        )
      }
    >
      {isAllowed ? (
        children
      ) : (
        <p>
          <FormattedMessage id="form.noRight" />
        </p>
      )}
    </Page>
  );
}

type Texts = Readonly<Record<TermsField, string>>;

/** What no field can tell by itself; the rest the API says, beside its field. */
function checkTerms(values: Texts, isNew: boolean): Faults<TermsField> {
  const amounts = (["envelope", "ceiling"] as const).filter(
    (name) => readAmount(values[name], currencyOf(values)) === null,
  );
  const weights = rowsOf(values.criteria).reduce((sum, row) => sum + (Number(row.weight) || 0), 0);
  return {
    ...(weights !== 100 && { criteria: { id: "calls.fault.weights", values: { sum: weights } } }),
    ...Object.fromEntries(amounts.map((name) => [name, { id: "moneyForm.fault.amount" }])),
    ...(values.opensOn > values.closesOn &&
      values.closesOn !== "" && { closesOn: { id: "calls.fault.days" } }),
    ...needed(values, "title", "envelope", "ceiling", "currency", "opensOn", "closesOn", "kinds"),
    ...(isNew ? needed(values, "agreement", "launchedBy") : needed(values, "reason")),
  };
}

const about = {
  "agreements.unknown": "agreement",
  "organisations.unknown": "launchedBy",
  "calls.weights": "criteria",
  "calls.least_above_scale": "criteria",
  "calls.ceiling_above_envelope": "ceiling",
  "calls.days_backwards": "closesOn",
  "calls.place_outside": "provinces",
} as const;

function NewCallForm({ agreement, space }: { agreement: string; space: Space }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<TermsField, { reference: string }>({
    name: "new call",
    recorded: { texts: { ...emptyTerms, agreement }, revision: null },
    check: (values) => checkTerms(values, true),
    about,
    save: (values) =>
      prepareCall({
        ...{ agreement: values.agreement, launchedBy: values.launchedBy },
        ...{ territoryId: orNull(values.territory), terms: termsBody(values) },
      }),
    onSaved: async ({ reference }) => {
      await client.invalidateQueries({ queryKey: ["calls"] });
      await navigate({ to: "/calls/$call", params: { call: reference } });
    },
  });
  return <TermsForm form={form} space={space} isNew />;
}

function EditCallForm({ call }: { call: Call }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<TermsField, { version: number }>({
    name: `call ${call.reference}`,
    recorded: { texts: textsOfCall(call), revision: call.version },
    check: (values) => checkTerms(values, false),
    about,
    save: (values, _, version) =>
      reviseCall(call.reference, { version, terms: termsBody(values), reason: values.reason.trim() }),
    onSaved: async () => {
      await client.invalidateQueries({ queryKey: ["call", call.reference] });
      await navigate({ to: "/calls/$call", params: { call: call.reference } });
    },
  });
  return <TermsForm form={form} space={call.space} />;
}

interface TermsFormProps {
  readonly form: FormState<TermsField>;
  readonly space: Space;
  readonly isNew?: boolean;
}

function TermsForm({ form, space, isNew = false }: TermsFormProps) {
  const intl = useIntl();
  const action = intl.formatMessage({ id: isNew ? "calls.save.new" : "calls.save.edit" });
  return (
    <FormShell
      form={form}
      label={action}
      action={action}
      nameOf={(name) => <FormattedMessage id={`calls.field.${name}`} />}
    >
      <WhatQuestions form={form} space={space} isNew={isNew} />
      <WhoQuestions form={form} space={space} isNew={isNew} />
      <MoneyQuestions form={form} />
      <JudgingQuestions form={form} isNew={isNew} />
    </FormShell>
  );
}
