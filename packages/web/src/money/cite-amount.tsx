// Quotes the words that give an amount: which amount, where they stand, how much they say.
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../api/client.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Agreement, Money } from "../api/read.ts";
import { ChoiceField, TextField } from "../form/fields.tsx";
import { CiteDetails } from "../words/cite-details.tsx";
import { CiteForm, type QuotedWords } from "../words/cite-form.tsx";
import { readAmount } from "./amount.ts";

type Contribution = Money["contributions"][number];

interface CiteAmountProps {
  readonly agreement: Agreement;
  readonly money: readonly Money[];
}

interface Named extends Contribution {
  readonly currency: string;
}

export function CiteAmount({ agreement, money }: CiteAmountProps) {
  const all = money.flatMap(({ currency, contributions }) =>
    contributions.map((one) => ({ ...one, currency })),
  );
  if (all.length === 0) return null;
  return (
    <CiteDetails of={{ agreement: agreement.reference }} right="funding.edit">
      <Cite agreement={agreement} contributions={all} />
    </CiteDetails>
  );
}

function useWordsOf({ space }: Agreement) {
  const intl = useIntl();
  const nameOf = useOrganisationName(space);
  return ({ reference, role, contributor, promised, currency }: Named) => {
    const of =
      role === "contribution" && contributor
        ? nameOf(contributor)
        : intl.formatMessage({ id: `moneyForm.role.${role}` });
    const amount =
      promised === null ? [] : [intl.formatNumber(Number(promised), { style: "currency", currency })];
    return [reference.split("/")[1], of, ...amount].join(" · ");
  };
}

function Cite({ agreement, contributions }: { agreement: Agreement; contributions: readonly Named[] }) {
  const wordsOf = useWordsOf(agreement);
  const [chosen, setChosen] = useState(contributions[0]?.reference ?? "");
  const [amount, setAmount] = useState("");
  const of = contributions.find(({ reference }) => reference === chosen);
  const join = async (words: QuotedWords) => {
    const quantity = readAmount(amount);
    await given(
      api.POST("/api/v1/funding/cite", {
        body: {
          contribution: chosen,
          words: {
            ...words,
            ...{ quantity, currency: quantity === null ? null : (of?.currency ?? null) },
            qualifier: quantity === null ? "unquantified" : "exact",
          },
        },
      }),
    );
  };
  return (
    <CiteForm
      space={agreement.space}
      agreement={agreement.reference}
      cite={join}
      onCited={() => setAmount("")}
    >
      <ChoiceField
        label={<FormattedMessage id="moneyForm.citedAmount" />}
        value={chosen}
        onChange={setChosen}
        options={contributions.map((one) => ({ value: one.reference, words: wordsOf(one) }))}
      />
      <TextField
        label={<FormattedMessage id="words.number" />}
        why={<FormattedMessage id="words.number.why" />}
        direction="ltr"
        value={amount}
        onChange={setAmount}
      />
    </CiteForm>
  );
}
