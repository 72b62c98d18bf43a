// The agreement that renews this one: what may be taken over is shown and chosen, and what never is, is said.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Title, useTitle } from "../agreements/agreement-words.tsx";
import { renewAgreement } from "../api/closure.ts";
import { type Agreement, agreementCommitments, agreement as agreementQuery } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Allowed } from "../form/allowed.tsx";
import { AskText } from "../form/asked.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { inOrder, needed } from "../form/needed.ts";
import { orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Name } from "../language/figures.tsx";
import { type Choice, TakenOver, type TakenOverChoice } from "./taken-over.tsx";

export function RenewalPage() {
  const intl = useIntl();
  const title = useTitle();
  const { reference } = useParams({ from: "/agreements/$reference/renewal" });
  const agreement = useQuery(agreementQuery(reference, {}));
  const promises = useQuery(agreementCommitments(reference, {}));
  const { may, isKnown } = useRightsAt({ agreement: reference });
  useBelongsTo(agreement.data?.space);
  const failed = agreement.error ? agreement : promises.error ? promises : null;
  if (failed?.error) return <Failure error={failed.error} reset={() => void failed.refetch()} />;
  if (!agreement.data || !promises.data || !isKnown) return <Waiting lines={10} />;
  const name = intl.formatMessage({ id: "closure.renew" });
  const choices = promises.data.commitments.map((one) => ({ key: one.reference, words: one.wording }));
  return (
    <Page
      title={<Title of={agreement.data} />}
      name={`${name} · ${reference} · ${title(agreement.data)}`}
      lead={
        <>
          <Name>{reference}</Name> · {name} ·{" "}
          <Link to="/agreements/$reference" params={{ reference }}>
            <FormattedMessage id="agreementForm.back" />
          </Link>
        </>
      }
    >
      <Allowed is={may("closure.renew")}>
        <RenewalForm agreement={agreement.data} promises={choices} />
      </Allowed>
    </Page>
  );
}

interface RenewalFormProps {
  readonly agreement: Agreement;
  readonly promises: readonly Choice[];
}

function useRenewalForm({ agreement }: RenewalFormProps, taken: TakenOverChoice) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { reference, title, titleAr } = agreement;
  return useForm({
    name: `renewal of ${reference}`,
    recorded: {
      texts: { title, titleAr: titleAr ?? "", periodFrom: "", periodTo: "" },
      revision: null,
    },
    check: (values) => ({
      ...needed(values, "title"),
      ...inOrder(values, "periodFrom", "periodTo"),
    }),
    about: { "agreements.period_reversed": "periodTo" },
    save: (values) =>
      renewAgreement(reference, {
        ...{ title: values.title.trim(), titleAr: orNull(values.titleAr) },
        ...{ periodFrom: orNull(values.periodFrom), periodTo: orNull(values.periodTo) },
        ...{ parties: [...taken.parties], promises: [...taken.promises] },
        ...{ fields: taken.fields, frameworks: taken.frameworks },
      }),
    onSaved: (made) => {
      void client.invalidateQueries();
      void navigate({ to: "/agreements/$reference", params: { reference: made.reference } });
    },
  });
}

function RenewalForm({ agreement, promises }: RenewalFormProps) {
  const intl = useIntl();
  const [taken, setTaken] = useState<TakenOverChoice>({
    parties: new Set(agreement.partiesInFull.map(({ id }) => id)),
    promises: new Set(promises.map(({ key }) => key)),
    ...{ fields: true, frameworks: true },
  });
  const form = useRenewalForm({ agreement, promises }, taken);
  const action = intl.formatMessage({ id: "closure.draftRenewal" });
  return (
    <FormShell
      form={form}
      label={action}
      action={action}
      nameOf={(name) => <FormattedMessage id={`agreementForm.${name}`} />}
    >
      <AskText form={form} name="title" isNeeded label="closure.newTitle" />
      <AskText form={form} name="titleAr" label="closure.newTitleAr" />
      <div className="question-pair">
        <AskText form={form} name="periodFrom" type="date" label="agreementForm.periodFrom" />
        <AskText form={form} name="periodTo" type="date" label="agreementForm.periodTo" />
      </div>
      <TakenOver agreement={agreement} promises={promises} taken={taken} onTaken={setTaken} />
    </FormShell>
  );
}
