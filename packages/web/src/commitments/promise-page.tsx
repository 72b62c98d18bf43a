// Writes down a promise of an agreement: a draft, until its indicator is defined and somebody makes it final.
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { BeginningPage } from "../agreements/forms/beginning-page.tsx";
import { api, given } from "../api/client.ts";
import type { Agreement } from "../api/read.ts";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import type { Texts } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { about, bodyOf, checkPromise, emptyPromise, type PromiseName } from "./commitment-texts.ts";
import { PromiseQuestions } from "./questions.tsx";
import "../agreements/agreement.css";
import "../agreements/forms/agreement-forms.css";
import "./commitments.css";

export function PromisePage() {
  const { reference } = useParams({ from: "/agreements/$reference/commitments/new" });
  return (
    <BeginningPage reference={reference} title="commitmentForm.new" right="commitments.draft">
      {(agreement) => <PromiseForm key={agreement.id} agreement={agreement} />}
    </BeginningPage>
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
