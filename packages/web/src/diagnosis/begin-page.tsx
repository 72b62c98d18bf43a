// Begins a diagnosis: of which territory, for which agreement, how it is led.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { beginDiagnosis } from "../api/diagnoses.ts";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Allowed } from "../form/allowed.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { inOrder, needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { DiagnosisWords } from "./diagnosis-words.tsx";
import { emptyHead, type HeadField, HeadQuestions, headBody } from "./head-form.tsx";

export function BeginDiagnosisPage() {
  return (
    <DiagnosisWords>
      <Begin />
    </DiagnosisWords>
  );
}

function Begin() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "diagnosis.begin" });
  const { data: who } = useQuery(me());
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="diagnosis.form.lead" />}>
      <Allowed is={who && may(who, "diagnosis.edit")}>
        <BeginForm />
      </Allowed>
    </Page>
  );
}

function BeginForm() {
  const intl = useIntl();
  const space = useShownSpace();
  const { agreement = "" } = useSearch({ from: "/diagnoses/new" });
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<HeadField, { reference: string }>({
    name: `diagnosis new ${space}${agreement && ` for ${agreement}`}`,
    recorded: { texts: { ...emptyHead, agreement }, revision: null },
    rules: bodies.beginDiagnosis,
    check: (values) => ({ ...needed(values, "territoryId"), ...inOrder(values, "startsOn", "endsOn") }),
    about: {
      "diagnosis.reference_taken": "reference",
      "agreements.unknown": "agreement",
      "agreements.other_space": "agreement",
    },
    save: (values) =>
      beginDiagnosis({
        ...headBody(values),
        ...{ space, territoryId: values.territoryId, reference: orNull(values.reference) },
      }),
    onSaved: async ({ reference }) => {
      await client.invalidateQueries({ queryKey: ["diagnoses"] });
      await navigate({ to: "/diagnoses/$reference", params: { reference } });
    },
  });
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "diagnosis.begin" })}
      action={<FormattedMessage id="diagnosis.form.begin" />}
      nameOf={(field) => <FormattedMessage id={`diagnosis.form.${field}`} />}
    >
      <HeadQuestions form={form} space={space} isNew />
    </FormShell>
  );
}
