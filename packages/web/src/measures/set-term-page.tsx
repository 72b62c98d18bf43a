// Sets one term of a measure from a day on, with the text that sets it. The value before keeps its days.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { api, given } from "../api/client.ts";
import { type Measure, measures } from "../api/measures.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Allowed } from "../form/allowed.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { useForm } from "../form/use-form.ts";
import { useLabel } from "../language/figures.tsx";
import { anotherTerm, confidences, type TermName, TermQuestions, type TermTexts } from "./term-questions.tsx";
import { readValue, unitsOf } from "./terms.ts";

export function SetTermPage() {
  const { code } = useParams({ from: "/measures/$code/set" });
  const intl = useIntl();
  const label = useLabel();
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery(measures());
  const measure = data?.find((one) => one.code === code);
  const name = intl.formatMessage(
    { id: "measureForm.title" },
    { measure: measure ? label(measure.label) : code },
  );
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="measureForm.lead" />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!error && (!who || !data) && <Waiting />}
      {data && !measure && (
        <p>
          <FormattedMessage id="measures.unknown" values={{ code: <code>{code}</code> }} />
        </p>
      )}
      {data && measure && (
        <Allowed is={who && may(who, "vocabulary.define")}>
          <SetTermForm key={code} measure={measure} all={data} />
        </Allowed>
      )}
    </Page>
  );
}

interface SetTermFormProps {
  readonly measure: Measure;
  readonly all: readonly Measure[];
}

/** What is set, its unit and its value as the API takes them: a term that is known keeps its unit. */
function readTerm(values: TermTexts, units: ReadonlyMap<string, string>) {
  const isNew = values.term === anotherTerm;
  const setting = isNew ? values.setting.trim() : values.term;
  const unit = (isNew ? undefined : units.get(values.term)) ?? values.unit;
  const currency = values.currency.trim().toUpperCase();
  return { setting, unit, currency, value: readValue(values.value, unit, currency) };
}

function useSetTermForm({ measure, all }: SetTermFormProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { term = "" } = useSearch({ from: "/measures/$code/set" });
  const units = unitsOf(all);
  const { code } = measure;
  return useForm<TermName, { setting: string }>({
    name: `term ${term} of ${code}`,
    recorded: {
      texts: {
        ...{ term: units.has(term) ? term : "", setting: "", unit: "", value: "", currency: "MAD" },
        ...{ from: "", source: "", confidence: "official_text" },
      },
      revision: null,
    },
    rules: { ...bodies.setMeasure, setting: { ...bodies.setMeasure.setting, needed: false } },
    check: (values) => ({
      ...needed(values, "term", "value", "from", "source"),
      ...(values.term === anotherTerm && needed(values, "setting", "unit")),
      ...(values.value.trim() !== "" &&
        readTerm(values, units).value === null && { value: { id: "measureForm.unreadable" } }),
    }),
    about: {
      ...{ "vocabulary.setting_too_early": "from", "vocabulary.setting_unreadable": "value" },
      "kernel.money_unreadable": "value",
    },
    save: (values) => {
      const { setting, unit, currency, value } = readTerm(values, units);
      const confidence = confidences.find((one) => one === values.confidence) ?? "unverified";
      return given(
        api.POST("/api/v1/measures/{measure}/settings", {
          params: { path: { measure: code } },
          body: {
            ...{
              setting,
              unit,
              value: value ?? "",
              from: values.from,
              source: values.source.trim(),
              confidence,
            },
            ...(unit === "money" && { currency }),
          },
        }),
      );
    },
    onSaved: async () => {
      await client.invalidateQueries();
      await navigate({ to: "/measures/$code", params: { code } });
    },
  });
}

function SetTermForm(props: SetTermFormProps) {
  const intl = useIntl();
  const form = useSetTermForm(props);
  return (
    <>
      <p className="small">
        <Link to="/measures/$code" params={{ code: props.measure.code }}>
          <FormattedMessage id="measureForm.toMeasure" />
        </Link>
      </p>
      <FormShell
        form={form}
        label={intl.formatMessage({ id: "measureForm.open" })}
        action={<FormattedMessage id="measureForm.set" />}
        nameOf={(name) => name}
      >
        <TermQuestions form={form} {...props} />
      </FormShell>
    </>
  );
}
