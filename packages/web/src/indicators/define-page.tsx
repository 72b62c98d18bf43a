// A new version of a definition: written on from the one in force, from a day on, with its reason.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import type { Got } from "../api/answers.ts";
import { api, given } from "../api/client.ts";
import { indicator } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Allowed } from "../form/allowed.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { useForm } from "../form/use-form.ts";
import { Day, useLabel } from "../language/figures.tsx";
import { type MeaningName, meaningFaults, meaningOf, meaningToSend, writtenRules } from "./meaning.ts";
import { MeaningQuestions } from "./meaning-questions.tsx";
import "./indicators.css";

type Held = Got<"/api/v1/indicators/{code}">;

export function DefinePage() {
  const { code } = useParams({ from: "/indicators/$code/define" });
  const intl = useIntl();
  const label = useLabel();
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery(indicator(code));
  const name = intl.formatMessage(
    { id: "indicatorForm.define" },
    { indicator: data ? label(data.label) : code },
  );
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="indicatorForm.define.lead" />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!error && (!who || !data) && <Waiting />}
      {data && (
        <Allowed is={who && may(who, "vocabulary.define")}>
          <DefineForm key={data.code} held={data} />
        </Allowed>
      )}
    </Page>
  );
}

function useDefineForm({ code, definition }: Held) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useForm<MeaningName, { version: number }>({
    name: `definition of ${code} after ${definition.version}`,
    recorded: { texts: meaningOf(definition), revision: null },
    rules: { ...bodies.defineIndicator, ...writtenRules },
    check: meaningFaults,
    about: { "vocabulary.effective_too_early": "effectiveFrom" },
    save: (values) =>
      given(
        api.POST("/api/v1/indicators/{code}/versions", {
          params: { path: { code } },
          body: meaningToSend(values),
        }),
      ),
    onSaved: async () => {
      await client.invalidateQueries();
      await navigate({ to: "/indicators/$code", params: { code } });
    },
  });
}

function DefineForm({ held }: { held: Held }) {
  const intl = useIntl();
  const form = useDefineForm(held);
  return (
    <>
      <p className="small muted">
        <FormattedMessage
          id="indicatorForm.inForce"
          values={{
            version: held.definition.version,
            from: <Day value={held.definition.effectiveFrom} />,
          }}
        />{" "}
        <Link to="/indicators/$code" params={{ code: held.code }}>
          <FormattedMessage id="indicators.allVersions" />
        </Link>
      </p>
      <FormShell
        form={form}
        label={intl.formatMessage({ id: "indicatorForm.write" })}
        action={<FormattedMessage id="indicatorForm.write" />}
        nameOf={(name) => name}
      >
        <MeaningQuestions form={form} />
      </FormShell>
    </>
  );
}
