// Promised → called → paid → justified, each a way to its rows, with what is open between two steps said beside it.
import { FormattedMessage } from "react-intl";
import type { OneContribution } from "../api/funding.ts";
import { Money as Amount, NoNumber } from "../language/figures.tsx";
import { lessThan } from "./less-than.ts";

const steps = ["promised", "called", "paid", "justified"] as const;

export function FourSteps({ data }: { data: OneContribution }) {
  const { contribution, currency } = data;
  return (
    <ol className="four-steps">
      {steps.map((step, at) => {
        const amount = contribution[step];
        const before = steps[at - 1];
        const open = before === undefined ? null : lessThan(amount, contribution[before]);
        return (
          <li key={step}>
            <a href={`#${step}`}>
              <span className="muted">
                <FormattedMessage id={`money.column.${step}`} />
              </span>
              <strong>
                {amount === null ? <NoNumber /> : <Amount amount={amount} currency={currency} />}
              </strong>
            </a>
            {open !== null && before !== undefined && (
              <span className={open.startsWith("-") ? "small attention" : "small muted"}>
                <FormattedMessage
                  id={open.startsWith("-") ? "contribution.above" : "contribution.open"}
                  values={{
                    amount: <Amount amount={open.replace("-", "")} currency={currency} />,
                    step: <FormattedMessage id={`money.column.${before}`} />,
                  }}
                />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
