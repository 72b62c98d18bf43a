// Adds an indicator of the office's own, with the first version of its definition.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { api, given } from "../api/client.ts";
import { Page } from "../app/page.tsx";
import { Allowed } from "../form/allowed.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { useForm } from "../form/use-form.ts";
import { type ClassingName, classingToSend, noClassing } from "./classing.ts";
import { ClassingQuestions } from "./classing-questions.tsx";
import { InThreeLanguages } from "./in-three-languages.tsx";
import { type MeaningName, meaningFaults, meaningToSend, noMeaning, writtenRules } from "./meaning.ts";
import { MeaningQuestions } from "./meaning-questions.tsx";
import "./indicators.css";

export function AddIndicatorPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "indicatorForm.new" });
  const { data: who } = useQuery(me());
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="indicatorForm.new.lead" />}>
      <Allowed is={who && may(who, "vocabulary.define")}>
        <AddForm />
      </Allowed>
    </Page>
  );
}

type Field = ClassingName | MeaningName;

function useAddForm() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useForm<Field, { code: string }>({
    name: "indicator new",
    recorded: { texts: { ...noClassing, ...noMeaning }, revision: null },
    rules: { ...bodies.addIndicator, ...writtenRules },
    check: (values) => ({
      ...meaningFaults(values),
      ...needed(values, "label_fr", "label_ar", "label_en", "unit"),
      ...(values.nature === "ratio" && needed(values, "numerator", "denominator")),
    }),
    about: {
      "vocabulary.indicator_taken": "code",
      "vocabulary.unit_unknown": "unit",
      "vocabulary.ratio_parts_wrong": "nature",
    },
    save: (values) =>
      given(
        api.POST("/api/v1/indicators", {
          body: { ...classingToSend(values), ...meaningToSend(values) },
        }),
      ),
    onSaved: async ({ code }) => {
      await client.invalidateQueries();
      await navigate({ to: "/indicators/$code", params: { code } });
    },
  });
}

function AddForm() {
  const intl = useIntl();
  const form = useAddForm();
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "indicatorForm.new" })}
      action={<FormattedMessage id="indicatorForm.add" />}
      nameOf={(name) => name}
    >
      <InThreeLanguages form={form} of="label" isNeeded />
      <ClassingQuestions form={form} />
      <MeaningQuestions form={form} />
    </FormShell>
  );
}
