// What one's own organisation owes to report, what is late, and what was sent back.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type ListedReport, ownReports } from "../api/reports.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Name, Period } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import "../form/form.css";
import "./reports.css";

export function OwnReportsPage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(ownReports());
  const name = intl.formatMessage({ id: "report.own" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="report.ownLead" />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data?.reports.length === 0 && (
        <p className="muted">
          <FormattedMessage id="report.ownNone" />
        </p>
      )}
      <ul className="row-list">
        {data?.reports.map((report) => (
          <li key={report.id}>
            <OneOwn report={report} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function OneOwn({ report }: { report: ListedReport }) {
  const locale = useLocale();
  const { id, kind, title, titleAr, period, state, dueOn, isLate } = report;
  return (
    <>
      <p>
        <Link to="/own-reports/$report" params={{ report: id }}>
          <FormattedMessage id={`report.kind.${kind}`} />
          {" · "}
          <Period from={period.from} to={period.to} />
        </Link>
      </p>
      <p className="small muted">
        <Name>{locale === "ar" ? (titleAr ?? title) : title}</Name>
        {" · "}
        <FormattedMessage id={`report.state.${state}`} />
        {state !== "accepted" && (
          <>
            {" · "}
            <span className={isLate ? "attention" : undefined}>
              <FormattedMessage
                id={isLate ? "report.late" : "report.due"}
                values={{ day: <Day value={dueOn} /> }}
              />
            </span>
          </>
        )}
      </p>
    </>
  );
}
