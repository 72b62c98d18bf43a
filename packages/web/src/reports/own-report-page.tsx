// One's own report: given whole the first time, afterwards only what was sent back.
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Title } from "../agreements/agreement-words.tsx";
import { type OwnReport, ownReport, type ReportItem } from "../api/reports.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Period } from "../language/figures.tsx";
import { PartyName } from "../language/party-name.tsx";
import { ItemGiven } from "./item-given.tsx";
import { SubmitForm } from "./submit-form.tsx";
import "../partner/partner.css";
import "./reports.css";

export function OwnReportPage() {
  const { report } = useParams({ from: "/own-reports/$report" });
  return <OneOwnReport report={report} />;
}

/** `report`: which one; whoever came by a link has just one. */
export function OneOwnReport({ report }: { report?: string }) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(ownReport(report));
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={8} />;
  const name = intl.formatMessage({ id: `report.kind.${data.kind}` });
  return (
    <Page title={name} name={name} lead={<PartyName of={data.organisation} />}>
      <div className="partner">
        <Asked report={data} />
        <Items items={data.items.filter(isSentBack)} />
        <SubmitForm report={data} />
        <Items items={data.items.filter((item) => !isSentBack(item))} />
      </div>
    </Page>
  );
}

const isSentBack = ({ verdict }: ReportItem) => verdict === "sent_back";

function Items({ items }: { items: readonly ReportItem[] }) {
  if (items.length === 0) return null;
  return (
    <div className="report-items">
      {items.map((item) => (
        <div key={item.id} className="report-item">
          <ItemGiven item={item} />
        </div>
      ))}
    </div>
  );
}

function Asked({ report }: { report: OwnReport }) {
  const { period, dueOn, isLate, state } = report;
  return (
    <>
      <p>
        <Title of={report} />
        {" · "}
        <strong>
          <Period from={period.from} to={period.to} />
        </strong>
      </p>
      <p className={isLate ? "attention" : "muted"}>
        <FormattedMessage
          id={isLate ? "report.late" : "report.due"}
          values={{ day: <Day value={dueOn} /> }}
        />
      </p>
      {(state === "received" || state === "accepted") && (
        <p className="done" role="status">
          <FormattedMessage id={`report.own.${state}`} />
        </p>
      )}
      {state === "sent_back" && (
        <p className="attention">
          <FormattedMessage id="report.own.sent_back" />
        </p>
      )}
    </>
  );
}
