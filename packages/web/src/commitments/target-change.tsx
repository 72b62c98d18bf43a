import { FormattedMessage, useIntl } from "react-intl";
import type { Commitment } from "../api/read.ts";
import { wholeNumber } from "../form/texts.ts";
import { Count, Day, NoNumber } from "../language/figures.tsx";

interface TargetChangeProps {
  readonly target: Commitment["versions"][number];
  readonly values: { readonly quantity: string; readonly periodTo: string; readonly deadline: string };
}

/** What was promised, and what will be: said before it is saved. */
export function TargetChange({ target, values }: TargetChangeProps) {
  const intl = useIntl();
  const after = wholeNumber(values.quantity);
  const days = (["periodTo", "deadline"] as const).filter((name) => (target[name] ?? "") !== values[name]);
  const isOther = target.quantity !== null && after !== null && after !== target.quantity;
  if (!isOther && days.length === 0) return null;
  return (
    <table className="plain-table">
      <caption className="unseen">{intl.formatMessage({ id: "agreementForm.change" })}</caption>
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="agreementForm.change" />
          </th>
          <th scope="col" className="number">
            <FormattedMessage id="agreementForm.before" />
          </th>
          <th scope="col" className="number">
            <FormattedMessage id="agreementForm.after" />
          </th>
        </tr>
      </thead>
      <tbody>
        {isOther && (
          <tr>
            <th scope="row">
              <FormattedMessage id="commitmentForm.quantity" />
            </th>
            <td className="number">
              <Count value={target.quantity} />
            </td>
            <td className="number">
              <Count value={after} />{" "}
              <span className="small muted">
                {intl.formatNumber((after ?? 0) - (target.quantity ?? 0), { signDisplay: "exceptZero" })}
              </span>
            </td>
          </tr>
        )}
        {days.map((name) => (
          <tr key={name}>
            <th scope="row">
              <FormattedMessage id={`commitmentForm.${name}`} />
            </th>
            <td className="number">{dayOr(target[name])}</td>
            <td className="number">{dayOr(values[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const dayOr = (day: string | null) => (day ? <Day value={day} /> : <NoNumber />);
