// Writes down a promise of an agreement: a draft, until its indicator is defined and somebody makes it final.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { api, given } from "../api/client.ts";
import { type Agreement, agreement as agreementQuery } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import type { Texts } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import { about, bodyOf, checkPromise, emptyPromise, type PromiseName } from "./commitment-texts.ts";
import { PromiseQuestions } from "./questions.tsx";
import "../agreements/agreement.css";
import "../agreements/forms/agreement-forms.css";
import "./commitments.css";

export function PromisePage() {
  const intl = useIntl();
  const { reference } = useParams({ from: "/agreements/$reference/commitments/new" });
  const { data, error, refetch } = useQuery(agreementQuery(reference, {}));
  const { data: who } = useQuery(me());
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !who) return <Waiting lines={12} />;
  const name = intl.formatMessage({ id: "commitmentForm.new" });
  return (
    <Page
      title={name}
      name={`${name} · ${reference}`}
      lead={
        <>
          <Name>{data.title}</Name> ·{" "}
          <Link to="/agreements/$reference" params={{ reference }}>
            <FormattedMessage id="agreementForm.back" />
          </Link>
        </>
      }
    >
      {may(who, "commitments.draft") ? (
        <PromiseForm key={data.id} agreement={data} />
      ) : (
        <p>
          <FormattedMessage id="form.noRight" />
        </p>
      )}
    </Page>
  );
}

/** A promise begins with the place and the time of its agreement: what is different is written over. */
const beginningOf = ({ territoryId, periodFrom, periodTo }: Agreement): Texts<PromiseName> => ({
  ...emptyPromise,
  ...{ territoryId: territoryId ?? "", periodFrom: periodFrom ?? "", periodTo: periodTo ?? "" },
});

function PromiseForm({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { reference } = agreement;
  const form = useForm<PromiseName, { reference: string }>({
    name: `promise of ${reference}`,
    recorded: { texts: beginningOf(agreement), revision: null },
    rules: bodies.promise,
    check: checkPromise,
    about,
    save: (values) =>
      given(api.POST("/api/v1/commitments/promise", { body: { agreement: reference, ...bodyOf(values) } })),
    onSaved: async (made) => {
      await client.invalidateQueries();
      const number = made.reference.split("/")[1] ?? "";
      await navigate({ to: "/agreements/$reference/commitments/$number", params: { reference, number } });
    },
  });
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "commitmentForm.new" })}
      action={<FormattedMessage id="commitmentForm.write" />}
      nameOf={(name) => <FormattedMessage id={`commitmentForm.${name}`} />}
    >
      <PromiseQuestions form={form} space={agreement.space} />
    </FormShell>
  );
}
