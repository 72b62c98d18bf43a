// Changes a signed amount under an amendment: the version before stays readable, and stands beside the new one.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { api, given } from "../api/client.ts";
import { type Agreement, agreementMoney, agreement as agreementQuery, type Money } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { AskChoice } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { useForm } from "../form/use-form.ts";
import { Money as Amount, Name } from "../language/figures.tsx";
import { readAmount } from "./amount.ts";
import { AskAmount } from "./ask-amount.tsx";

type Contribution = Money["contributions"][number];

export function AmendAmountPage() {
  const intl = useIntl();
  const { reference, number } = useParams({ from: "/agreements/$reference/money/$number/amend" });
  const { data, error, refetch } = useQuery(agreementQuery(reference, {}));
  const { data: found } = useQuery(agreementMoney(reference, {}));
  const { data: who } = useQuery(me());
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !found || !who) return <Waiting lines={8} />;
  const key = `${reference}/${number}`;
  const money = found.money.find(({ contributions }) => contributions.some((one) => one.reference === key));
  const contribution = money?.contributions.find((one) => one.reference === key);
  const name = intl.formatMessage({ id: "moneyForm.amend" });
  const isAllowed = may(who, "funding.edit") && contribution?.basis === "signed";
  return (
    <Page
      title={name}
      name={`${name} · ${key}`}
      lead={
        <>
          <Name>{key}</Name> ·{" "}
          <Link to="/agreements/$reference" params={{ reference }}>
            <FormattedMessage id="agreementForm.back" />
          </Link>
        </>
      }
    >
      {money && contribution && isAllowed ? (
        <AmendForm agreement={data} contribution={contribution} currency={money.currency} />
      ) : (
        <p>
          <FormattedMessage
            id={contribution?.basis === "announced" ? "moneyForm.onlySigned" : "form.noRight"}
          />
        </p>
      )}
    </Page>
  );
}

interface AmendFormProps {
  readonly agreement: Agreement;
  readonly contribution: Contribution;
  readonly currency: string;
}

function useAmendForm({ agreement, contribution, currency }: AmendFormProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { reference } = agreement;
  return useForm({
    name: `amount ${contribution.reference}`,
    recorded: {
      texts: { amendment: "", amount: contribution.promised ?? "" },
      revision: contribution.versions,
    },
    rules: { ...bodies.amendContribution, amount: {}, amendment: { needed: true } },
    check: ({ amount }) =>
      readAmount(amount, currency) === null ? { amount: { id: "moneyForm.fault.amount" } } : {},
    about: {
      "funding.amendment_unknown": "amendment",
      "funding.amendment_of_other_type": "amendment",
      "funding.effective_too_early": "amendment",
      "kernel.money_unreadable": "amount",
    },
    save: ({ amendment, amount }) =>
      given(
        api.POST("/api/v1/funding/amend", {
          body: {
            ...{ contribution: contribution.reference, amendment: Number(amendment) },
            amount: readAmount(amount, currency) ?? "",
          },
        }),
      ),
    onSaved: async () => {
      await client.invalidateQueries();
      await navigate({ to: "/agreements/$reference", params: { reference } });
    },
  });
}

function AmendForm(props: AmendFormProps) {
  const { agreement, contribution, currency } = props;
  const intl = useIntl();
  const form = useAmendForm(props);
  const usable = agreement.amendments.filter(({ type }) => type === "amount");
  const after = readAmount(form.values.amount, currency);
  if (usable.length === 0)
    return (
      <p>
        <FormattedMessage id="moneyForm.noAmendment" />{" "}
        <Link to="/agreements/$reference/amend" params={{ reference: agreement.reference }}>
          <FormattedMessage id="agreementForm.amend" />
        </Link>
      </p>
    );
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: "moneyForm.amend" })}
      action={<FormattedMessage id="moneyForm.amendAction" />}
      nameOf={(name) => <FormattedMessage id={`moneyForm.${name}`} />}
    >
      <AskChoice
        form={form}
        name="amendment"
        isNeeded
        label={<FormattedMessage id="moneyForm.amendment" />}
        options={usable.map((one) => ({ value: String(one.number), words: `${one.number} · ${one.clause}` }))}
      />
      <AskAmount
        form={form}
        name="amount"
        currency={currency}
        label={<FormattedMessage id="moneyForm.amount" />}
      />
      {after !== null &&
        contribution.promised !== null &&
        Number(after) !== Number(contribution.promised) && (
          <p aria-live="polite">
            <FormattedMessage
              id="moneyForm.change"
              values={{
                before: <Amount amount={contribution.promised} currency={currency} />,
                after: <Amount amount={after} currency={currency} />,
              }}
            />
          </p>
        )}
    </FormShell>
  );
}
