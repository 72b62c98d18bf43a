import { FormattedMessage, useIntl } from "react-intl";
import type { Commitment } from "../api/read.ts";
import { Count, Day, Name } from "../language/figures.tsx";

/** Every version of the target, so that a lowered one stays visible. */
export function TargetVersions({ commitment }: { commitment: Commitment }) {
  const intl = useIntl();
  return (
    <table className="plain-table">
      <caption className="unseen">{intl.formatMessage({ id: "commitmentForm.target" })}</caption>
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="commitmentForm.from" />
          </th>
          <th scope="col" className="number">
            <FormattedMessage id="commitmentForm.quantity" />
          </th>
          <th scope="col" className="number">
            <FormattedMessage id="commitmentForm.change" />
          </th>
          <th scope="col">
            <FormattedMessage id="commitmentForm.clause" />
          </th>
        </tr>
      </thead>
      <tbody>
        {commitment.versions.map((version) => (
          <tr key={version.version}>
            <td>
              <Day value={version.from} />
            </td>
            <td className="number">
              {version.quantity === null ? (
                <FormattedMessage id={`commitmentForm.qualifier.${version.qualifier}`} />
              ) : (
                <Count value={version.quantity} />
              )}
            </td>
            <td className="number">
              {version.change !== null &&
                version.change !== 0 &&
                intl.formatNumber(version.change, { signDisplay: "exceptZero" })}
            </td>
            <td>
              {[version.clause, version.reason].filter(Boolean).map((words) => (
                <p key={words} className="small">
                  <Name>{words}</Name>
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
