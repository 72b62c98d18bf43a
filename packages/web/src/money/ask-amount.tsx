// How much, in a currency: what was written is said back as it is understood, before it is saved.
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { AskText } from "../form/asked.tsx";
import type { FormState } from "../form/use-form.ts";
import { Money as Amount } from "../language/figures.tsx";
import { readAmount } from "./amount.ts";

interface AskAmountProps<Name extends string> {
  readonly form: FormState<Name>;
  readonly name: Name;
  readonly currency: string;
  readonly label: ReactNode;
}

export function AskAmount<Name extends string>({ form, name, currency, label }: AskAmountProps<Name>) {
  const amount = readAmount(form.values[name], currency);
  return (
    <div>
      <AskText
        form={form}
        name={name}
        isNeeded
        direction="ltr"
        label={label}
        why={<FormattedMessage id="moneyForm.amount.why" />}
      />
      <p className="small read-as" aria-live="polite">
        {amount !== null && /^[A-Z]{3}$/u.test(currency) && (
          <FormattedMessage
            id="moneyForm.readAs"
            values={{ amount: <Amount amount={amount} currency={currency} /> }}
          />
        )}
      </p>
    </div>
  );
}
