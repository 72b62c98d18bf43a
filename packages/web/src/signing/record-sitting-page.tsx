// One session approves several agreements: the body and its day once, then for each agreement its number and its vote.
// All are recorded, or none.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type AgreementSummary, agreements } from "../api/read.ts";
import { recordSitting } from "../api/signing.ts";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { AskDocument, useGivenDocument } from "../form/ask-document.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { PickOrganisation } from "../form/picks.tsx";
import { wholeNumber } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { approvalKinds } from "./approval-form.tsx";
import { type Decided, DecidedRows, emptyDecided } from "./decided-rows.tsx";

const empty = { kind: "deliberation", organisation: "", heldOn: "", label: "", document: "" };
type Field = keyof typeof empty;

export function RecordSittingPage() {
  const intl = useIntl();
  const space = useShownSpace();
  const { data: who } = useQuery(me());
  const waiting = useQuery(agreements({ space, state: "verification", limit: 200 }));
  const name = intl.formatMessage({ id: "signing.recordSitting" });
  if (!who || !waiting.data) return <Waiting lines={10} />;
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="signing.recordSittingLead" />}>
      {may(who, "agreements.record_approval") ? (
        <SittingForm waiting={waiting.data.agreements} />
      ) : (
        <p>
          <FormattedMessage id="form.noRight" />
        </p>
      )}
    </Page>
  );
}

function useSittingForm(rows: readonly Decided[]) {
  const intl = useIntl();
  const space = useShownSpace();
  const navigate = useNavigate();
  const client = useQueryClient();
  const paper = useGivenDocument(space, "deliberation");
  const form = useForm({
    name: `sitting in ${space}`,
    recorded: { texts: empty, revision: null },
    check: (values) => needed(values, "kind", "organisation", "heldOn", "label"),
    about: {
      "agreements.sitting_known": "label",
      "organisations.unknown": "organisation",
      "agreements.day_in_future": "heldOn",
    },
    save: async (values) =>
      recordSitting({
        ...{ space, organisation: values.organisation, heldOn: values.heldOn, label: values.label.trim() },
        kind: approvalKinds.find((one) => one === values.kind) ?? "deliberation",
        documentId: await paper.idOf(
          values.document,
          `${intl.formatMessage({ id: "signing.minutes" })} · ${values.label.trim()}`,
        ),
        decided: rows.map(({ agreement, number, ...votes }) => ({
          ...{ agreement, number: number.trim() },
          votesFor: wholeNumber(votes.votesFor),
          votesAgainst: wholeNumber(votes.votesAgainst),
          votesAbstained: wholeNumber(votes.votesAbstained),
        })),
      }),
    onSaved: ({ id }) => {
      void client.invalidateQueries();
      void navigate({ to: "/sittings/$sitting", params: { sitting: id } });
    },
  });
  return { form, paper };
}

function SittingForm({ waiting }: { waiting: readonly AgreementSummary[] }) {
  const intl = useIntl();
  const space = useShownSpace();
  const { agreement } = useSearch({ from: "/sittings/new" });
  const [rows, setRows] = useState<readonly Decided[]>(agreement ? [emptyDecided(agreement)] : []);
  const { form, paper } = useSittingForm(rows);
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "signing.recordSitting" })}
      action={<FormattedMessage id="signing.recordSitting" />}
      nameOf={(field) => <FormattedMessage id={`signing.sitting.${field}`} />}
    >
      <Session form={form} />
      <AskDocument
        form={form}
        name="document"
        space={space}
        kind="deliberation"
        given={paper}
        label={<FormattedMessage id="signing.sitting.document" />}
      />
      <DecidedRows rows={rows} onRows={setRows} waiting={waiting} />
    </FormShell>
  );
}

function Session({ form }: { form: FormState<Field> }) {
  const intl = useIntl();
  const space = useShownSpace();
  return (
    <>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label={<FormattedMessage id="signing.sitting.kind" />}
        options={approvalKinds.map((value) => ({
          value,
          words: intl.formatMessage({ id: `agreementForm.approval.${value}` }),
        }))}
      />
      <PickOrganisation
        form={form}
        name="organisation"
        space={space}
        label={<FormattedMessage id="signing.sitting.organisation" />}
      />
      <AskText
        form={form}
        name="heldOn"
        type="date"
        isNeeded
        label={<FormattedMessage id="signing.sitting.heldOn" />}
      />
      <AskText
        form={form}
        name="label"
        isNeeded
        label={<FormattedMessage id="signing.sitting.label" />}
        why={<FormattedMessage id="signing.sitting.labelWhy" />}
      />
    </>
  );
}
