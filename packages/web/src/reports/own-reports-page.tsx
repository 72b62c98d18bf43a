// What one's own organisation owes to report, what is late, and what was sent back.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Title } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import { type ListedReport, ownReports } from "../api/reports.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Period } from "../language/figures.tsx";
import "../agreements/agreement.css";
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
      {data && data.reports.length > 0 && <InParts reports={data.reports} />}
    </Page>
  );
}

/** What is to be given first, what was sent back before all; then what comes later, and what was given. */
function InParts({ reports }: { reports: readonly ListedReport[] }) {
  return (["now", "later", "given"] as const).map((part) => {
    const here = reports.filter((report) => partOf(report) === part);
    if (here.length === 0) return null;
    const shown = part === "given" ? here.toReversed() : here.toSorted(sentBackFirst);
    return (
      <Section
        key={part}
        title={<FormattedMessage id={`report.ownPart.${part}`} values={{ count: here.length }} />}
      >
        <ul className="row-list">
          {shown.map((report) => (
            <li key={report.id}>
              <OneOwn report={report} />
            </li>
          ))}
        </ul>
      </Section>
    );
  });
}

function partOf({ state, isLate }: ListedReport): "now" | "later" | "given" {
  if (state === "received" || state === "accepted" || state === "waived") return "given";
  return state === "due" && !isLate ? "later" : "now";
}

const sentBackFirst = (one: ListedReport, other: ListedReport) =>
  Number(other.state === "sent_back") - Number(one.state === "sent_back");

function OneOwn({ report }: { report: ListedReport }) {
  const { id, kind, period, state, dueOn, isLate } = report;
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
        <Title of={report} />
        {" · "}
        <FormattedMessage
          id={state === "sent_back" ? "report.ownState.sent_back" : `report.state.${state}`}
        />
        {partOf(report) !== "given" && (
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
