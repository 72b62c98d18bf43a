// One more part of a contribution: how much, when, and what has to be true before it is called.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { BeginningPage } from "../agreements/forms/beginning-page.tsx";
import { type OneContribution, oneContribution } from "../api/funding.ts";
import type { Agreement } from "../api/read.ts";
import { planTranche, tranchesOf } from "../api/tranches.ts";
import { Waiting } from "../app/waiting.tsx";
import { AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { useForm } from "../form/use-form.ts";
import { numberOf } from "./address.ts";
import { readAmount } from "./amount.ts";
import { AskAmount } from "./ask-amount.tsx";
import { ConditionRows } from "./condition-rows.tsx";
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
      "tranches.no_tranche_before": "conditions",
      "tranches.commitment_elsewhere": "conditions",
      "tranches.report_elsewhere": "conditions",
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
      <ConditionRows form={form} agreement={agreement} hasBefore={(before?.tranches.length ?? 0) > 0} />
    </FormShell>
  );
}
