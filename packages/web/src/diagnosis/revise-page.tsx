import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Diagnosis, diagnosis as diagnosisQuery, reviseDiagnosis } from "../api/diagnoses.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Allowed } from "../form/allowed.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { inOrder } from "../form/needed.ts";
import type { Texts } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import { DiagnosisWords } from "./diagnosis-words.tsx";
import { type HeadField, HeadQuestions, headBody } from "./head-form.tsx";

export function ReviseDiagnosisPage() {
  return (
    <DiagnosisWords>
      <Revise />
    </DiagnosisWords>
  );
}

function Revise() {
  const intl = useIntl();
  const { reference } = useParams({ from: "/diagnoses/$reference/edit" });
  const { data, error, refetch } = useQuery(diagnosisQuery(reference));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={8} />;
  return (
    <Page
      title={<FormattedMessage id="diagnosis.revise" />}
      name={`${intl.formatMessage({ id: "diagnosis.revise" })} · ${reference}`}
      lead={
        <Link to="/diagnoses/$reference" params={{ reference }}>
          <Name>{data.title}</Name>
        </Link>
      }
    >
      {data.state === "ended" || data.state === "abandoned" ? (
        <p>
          <FormattedMessage id={`diagnosis.over.${data.state}`} />
        </p>
      ) : (
        <Allowed is={data.writable.includes("head")}>
          <ReviseForm diagnosis={data} />
        </Allowed>
      )}
    </Page>
  );
}

const textsOf = (one: Diagnosis): Texts<HeadField> => ({
  ...{ title: one.title, titleAr: one.titleAr ?? "", territoryId: one.territory.id, method: one.method },
  ...{ agreement: one.agreement?.reference ?? "", reference: one.reference },
  ...{ startsOn: one.startsOn ?? "", endsOn: one.endsOn ?? "" },
});

function ReviseForm({ diagnosis }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { reference, revision, space } = diagnosis;
  const form = useForm<HeadField, { revision: number }>({
    name: `diagnosis ${reference}`,
    recorded: { texts: textsOf(diagnosis), revision },
    rules: bodies.beginDiagnosis,
    check: (values) => inOrder(values, "startsOn", "endsOn"),
    about: { "agreements.unknown": "agreement", "agreements.other_space": "agreement" },
    save: (values, _changed, read) => reviseDiagnosis(reference, { ...headBody(values), revision: read }),
    readAgain: async () => {
      const now = await client.fetchQuery({ ...diagnosisQuery(reference), staleTime: 0 });
      return { texts: textsOf(now), revision: now.revision };
    },
    revisionOf: ({ revision: saved }) => saved,
    onSaved: async () => {
      await client.invalidateQueries({ queryKey: ["diagnosis", reference] });
      await navigate({ to: "/diagnoses/$reference", params: { reference } });
    },
  });
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "diagnosis.revise" })}
      action={<FormattedMessage id="diagnosis.form.save" />}
      nameOf={(field) => <FormattedMessage id={`diagnosis.form.${field}`} />}
    >
      <HeadQuestions form={form} space={space} isNew={false} />
    </FormShell>
  );
}
