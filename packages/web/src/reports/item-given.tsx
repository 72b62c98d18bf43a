// One item of a report, as it was given, with what was said about it.
import { FormattedMessage } from "react-intl";
import type { ReportItem } from "../api/reports.ts";
import { Count, Money, Name } from "../language/figures.tsx";

/** `onOpen`: for whoever may open the file. */
export function ItemGiven({ item, onOpen }: { item: ReportItem; onOpen?: (() => void) | undefined }) {
  const { part, commitment, account, quantity, spent, file, verdict, reason } = item;
  return (
    <>
      <p className="small muted">
        <FormattedMessage id={`report.part.${part}`} />
        {commitment && (
          <>
            {" · "}
            <bdi>{commitment}</bdi>
          </>
        )}
      </p>
      {account && (
        <p className="report-account" dir="auto">
          {account}
        </p>
      )}
      {quantity !== null && (
        <p>
          <strong>
            <Count value={quantity} />
          </strong>
        </p>
      )}
      {spent && (
        <p>
          <strong>
            <Money amount={spent.amount} currency={spent.currency} />
          </strong>
        </p>
      )}
      {file && (
        <p>
          {onOpen ? (
            <button type="button" className="plain-button" onClick={onOpen}>
              <Name>{file}</Name>
            </button>
          ) : (
            <Name>{file}</Name>
          )}
        </p>
      )}
      {verdict && (
        <p className={verdict === "sent_back" ? "small attention" : "small"}>
          <FormattedMessage id={`report.verdict.${verdict}`} />
          {reason && (
            <>
              {" : "}
              <Name>{reason}</Name>
            </>
          )}
        </p>
      )}
    </>
  );
}
