// Writes down money that is promised to an agreement: by whom, how much, in money or in kind, and on what it rests.
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { BeginningPage } from "../agreements/forms/beginning-page.tsx";
import { api, given } from "../api/client.ts";
import type { Agreement, Money } from "../api/read.ts";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { PickOrganisation } from "../form/picks.tsx";
import { orNull } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { readAmount } from "./amount.ts";
import { AskAmount } from "./ask-amount.tsx";

type Contribution = Money["contributions"][number];
const roles = ["contribution", "total", "line"] as const;
const qualifiers = ["exact", "approximate", "estimated", "at_least", "at_most", "unquantified"] as const;

export function PledgePage() {
  const { reference } = useParams({ from: "/agreements/$reference/money/new" });
  return (
    <BeginningPage reference={reference} title="moneyForm.new" right="funding.edit">
      {(agreement) => <PledgeForm key={agreement.id} agreement={agreement} />}
    </BeginningPage>
  );
}

const empty = {
  ...{ role: "contribution", contributor: "", inKind: "money", qualifier: "exact", amount: "" },
  ...{ currency: "MAD", basis: "announced", purpose: "", clause: "", effectiveOn: "" },
};
type Field = keyof typeof empty;
const codeOf = (currency: string) => currency.trim().toUpperCase();

function usePledgeForm({ reference }: Agreement) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useForm<Field, { reference: string }>({
    name: `money of ${reference}`,
    recorded: { texts: empty, revision: null },
    rules: { ...bodies.pledge, amount: {} },
    check: ({ qualifier, amount, currency }) =>
      qualifier !== "unquantified" && readAmount(amount, codeOf(currency)) === null
        ? { amount: { id: amount.trim() === "" ? "form.fault.needed" : "moneyForm.fault.amount" } }
        : {},
    about: {
      "funding.text_not_recorded": "basis",
      "funding.amount_missing": "amount",
      "kernel.money_unreadable": "amount",
      "organisations.unknown": "contributor",
    },
    save: (values) =>
      given(
        api.POST("/api/v1/funding/pledge", {
          body: {
            agreement: reference,
            role: roles.find((one) => one === values.role) ?? "contribution",
            qualifier: qualifiers.find((one) => one === values.qualifier) ?? "exact",
            amount:
              values.qualifier === "unquantified" ? null : readAmount(values.amount, codeOf(values.currency)),
            ...{ contributor: orNull(values.contributor), currency: codeOf(values.currency) },
            ...{
              inKind: values.inKind === "kind",
              basis: values.basis === "signed" ? "signed" : "announced",
            },
            ...{ purpose: orNull(values.purpose), clause: orNull(values.clause) },
            effectiveOn: orNull(values.effectiveOn),
          },
        }),
      ),
    onSaved: async () => {
      await client.invalidateQueries();
      await navigate({ to: "/agreements/$reference", params: { reference } });
    },
  });
}

function PledgeForm({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const form = usePledgeForm(agreement);
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "moneyForm.new" })}
      action={<FormattedMessage id="moneyForm.write" />}
      nameOf={(name) => <FormattedMessage id={`moneyForm.${name}`} />}
    >
      <WhoQuestions form={form} agreement={agreement} />
      <HowMuchQuestions form={form} agreement={agreement} />
    </FormShell>
  );
}

interface QuestionsProps {
  readonly form: FormState<Field>;
  readonly agreement: Agreement;
}

function useOptions() {
  const intl = useIntl();
  return (of: Field, values: readonly string[]) =>
    values.map((value) => ({ value, words: intl.formatMessage({ id: `moneyForm.${of}.${value}` }) }));
}

function WhoQuestions({ form, agreement }: QuestionsProps) {
  const options = useOptions();
  return (
    <>
      <AskChoice
        form={form}
        name="role"
        label={<FormattedMessage id="moneyForm.role" />}
        why={<FormattedMessage id="moneyForm.role.why" />}
        options={options("role", roles)}
        isNeeded
      />
      <PickOrganisation
        form={form}
        name="contributor"
        space={agreement.space}
        label={<FormattedMessage id="moneyForm.contributor" />}
        why={<FormattedMessage id="moneyForm.contributor.why" />}
      />
      <AskChoice
        form={form}
        name="inKind"
        isNeeded
        label={<FormattedMessage id="moneyForm.inKind" />}
        options={options("inKind", ["money", "kind"])}
      />
    </>
  );
}

function HowMuchQuestions({ form, agreement }: QuestionsProps) {
  const options = useOptions();
  const bases: readonly Contribution["basis"][] =
    agreement.signedDocumentId === null ? ["announced"] : ["announced", "signed"];
  return (
    <>
      <AskChoice
        form={form}
        name="qualifier"
        isNeeded
        label={<FormattedMessage id="moneyForm.qualifier" />}
        options={options("qualifier", qualifiers)}
      />
      {form.values.qualifier !== "unquantified" && (
        <div className="question-pair">
          <AskAmount
            form={form}
            name="amount"
            currency={codeOf(form.values.currency)}
            label={<FormattedMessage id="moneyForm.amount" />}
          />
          <AskText
            form={form}
            name="currency"
            direction="ltr"
            label={<FormattedMessage id="moneyForm.currency" />}
            why={<FormattedMessage id="moneyForm.currency.why" />}
          />
        </div>
      )}
      <AskChoice
        form={form}
        name="basis"
        isNeeded
        label={<FormattedMessage id="moneyForm.basis" />}
        why={<FormattedMessage id={bases.length > 1 ? "moneyForm.basis.why" : "moneyForm.basis.noText"} />}
        options={options("basis", bases)}
      />
      <AskText form={form} name="purpose" label={<FormattedMessage id="moneyForm.purpose" />} />
      <AskText form={form} name="clause" label={<FormattedMessage id="moneyForm.clause" />} />
      <AskText
        form={form}
        name="effectiveOn"
        type="date"
        label={<FormattedMessage id="moneyForm.effectiveOn" />}
      />
    </>
  );
}
