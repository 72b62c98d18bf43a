// One more part of a contribution: how much, when, and what has to be true before it is called.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { BeginningPage } from "../agreements/forms/beginning-page.tsx";
import { type OneContribution, oneContribution } from "../api/funding.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { type Agreement, agreementCommitments } from "../api/read.ts";
import { reportsOf } from "../api/reports.ts";
import { planTranche, tranchesOf } from "../api/tranches.ts";
import { Waiting } from "../app/waiting.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { type FormState, useForm } from "../form/use-form.ts";
import { numberOf } from "./address.ts";
import { readAmount } from "./amount.ts";
import { AskAmount } from "./ask-amount.tsx";
import { conditionsIn, type Field, faultsOf, nothingPlanned } from "./planned-conditions.ts";

export function PlanTranchePage() {
  const { reference, number } = useParams({ from: "/agreements/$reference/money/$number/tranche" });
  const { data } = useQuery(oneContribution(reference, numberOf(number), {}));
  return (
    <BeginningPage reference={reference} title="tranche.plan" right="tranches.plan">
      {(agreement) =>
        data ? <PlanForm agreement={agreement} data={data} number={number} /> : <Waiting lines={8} />
      }
    </BeginningPage>
  );
}

interface PlanFormProps {
  readonly agreement: Agreement;
  readonly data: OneContribution;
  readonly number: string;
}

function usePlanForm({ data, number }: PlanFormProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { currency } = data;
  const contribution = data.contribution.reference;
  return useForm<Field, unknown>({
    name: `tranche of ${contribution}`,
    recorded: { texts: nothingPlanned, revision: null },
    rules: { ...bodies.planTranche, amount: {} },
    check: (values) => faultsOf(values, currency),
    about: {
      "kernel.money_unreadable": "amount",
      "tranches.not_whole": "amount",
      "tranches.no_tranche_before": "share",
      "tranches.commitment_elsewhere": "commitment",
      "tranches.report_elsewhere": "report",
    },
    save: (values) =>
      planTranche({
        ...{ contribution, plannedOn: values.plannedOn, conditions: conditionsIn(values) },
        amount: readAmount(values.amount, currency) ?? "",
      }),
    onSaved: async () => {
      await client.invalidateQueries();
      const params = { reference: data.agreement.reference, number };
      await navigate({ to: "/agreements/$reference/money/$number", params, hash: "tranches" });
    },
  });
}

function PlanForm(props: PlanFormProps) {
  const { agreement, data } = props;
  const intl = useIntl();
  const form = usePlanForm(props);
  const { data: found } = useQuery(tranchesOf(agreement.reference));
  const before = found?.contributions.find(
    ({ contribution }) => contribution === data.contribution.reference,
  );
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "tranche.plan" })}
      action={<FormattedMessage id="tranche.planAction" />}
      nameOf={(name) => <FormattedMessage id={`tranche.ask.${name}`} />}
    >
      <AskAmount
        form={form}
        name="amount"
        currency={data.currency}
        label={<FormattedMessage id="tranche.amount" values={{ currency: data.currency }} />}
      />
      <AskText
        form={form}
        name="plannedOn"
        type="date"
        isNeeded
        label={<FormattedMessage id="tranche.ask.plannedOn" />}
      />
      <h2>
        <FormattedMessage id="tranche.conditions" />
      </h2>
      <p className="small muted">
        <FormattedMessage id="tranche.conditions.why" />
      </p>
      <ConditionQuestions form={form} agreement={agreement} hasBefore={(before?.tranches.length ?? 0) > 0} />
    </FormShell>
  );
}

interface QuestionsProps {
  readonly form: FormState<Field>;
  readonly agreement: Agreement;
  readonly hasBefore: boolean;
}

function ConditionQuestions({ form, agreement, hasBefore }: QuestionsProps) {
  const { reports, commitments } = useOptions(agreement);
  return (
    <>
      {reports.length > 0 && (
        <AskChoice
          form={form}
          name="report"
          label={<FormattedMessage id="tranche.ask.report" />}
          options={reports}
        />
      )}
      {commitments.length > 0 && (
        <AskChoice
          form={form}
          name="commitment"
          label={<FormattedMessage id="tranche.ask.commitment" />}
          why={<FormattedMessage id="tranche.ask.commitment.why" />}
          options={commitments}
        />
      )}
      {form.values.commitment !== "" && (
        <div className="question-pair">
          <AskText
            form={form}
            name="quantity"
            digits
            isNeeded
            label={<FormattedMessage id="tranche.ask.quantity" />}
          />
          <AskText
            form={form}
            name="by"
            type="date"
            isNeeded
            label={<FormattedMessage id="tranche.ask.by" />}
          />
        </div>
      )}
      {hasBefore && (
        <AskText
          form={form}
          name="share"
          digits
          label={<FormattedMessage id="tranche.ask.share" />}
          why={<FormattedMessage id="tranche.ask.share.why" />}
        />
      )}
      <AskText
        form={form}
        name="documents"
        lines={3}
        label={<FormattedMessage id="tranche.ask.documents" />}
        why={<FormattedMessage id="tranche.ask.documents.why" />}
      />
    </>
  );
}

/** The reports that partners owe, and the promises that an indicator counts. */
function useOptions(agreement: Agreement) {
  const intl = useIntl();
  const nameOf = useOrganisationName(agreement.space);
  const { data: owed } = useQuery(reportsOf(agreement.reference));
  const { data: promised } = useQuery(agreementCommitments(agreement.reference, {}));
  const reports = (owed?.reports ?? [])
    .filter(({ state }) => state !== "waived")
    .map((one) => ({
      value: one.id,
      words: [
        intl.formatMessage({ id: `report.kind.${one.kind}` }),
        nameOf(one.organisation),
        `${one.period.from} – ${one.period.to}`,
      ].join(" · "),
    }));
  const commitments = (promised?.commitments ?? [])
    .filter(({ indicator }) => indicator !== null)
    .map(({ reference, wording }) => ({ value: reference, words: `${reference} · ${wording}` }));
  return { reports, commitments };
}
