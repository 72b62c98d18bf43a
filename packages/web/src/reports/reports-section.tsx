// On the agreement's page: what partners are to report and when, what came, and what waits to be examined.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { me } from "../api/account.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Agreement } from "../api/read.ts";
import { askReport, type ListedReport, reportLink, reportsOf, waiveReport } from "../api/reports.ts";
import { useRightsAt } from "../api/rights.ts";
import { today } from "../app/today.ts";
import { Form, Refusal, TextField } from "../form/fields.tsx";
import { daysLater } from "../form/month-days.ts";
import { Day, Name, Period } from "../language/figures.tsx";
import { HandOver } from "../users/hand-over.tsx";
import { ExamineReport } from "./examine-report.tsx";
import { ScheduleForm } from "./schedule-form.tsx";
import "./reports.css";

/** Reports to come later than this many days are only counted. */
const shownAhead = 60;

export function ReportsSection({ agreement }: { agreement: Agreement }) {
  const who = useQuery(me()).data;
  const { may } = useRightsAt({ agreement: agreement.reference });
  const reads = may("reports.read");
  const asks = may("reports.ask");
  const { data } = useQuery({ ...reportsOf(agreement.reference), enabled: reads });
  if (!reads || !data || (data.reports.length === 0 && !asks)) return null;
  const limit = daysLater(today(), shownAhead);
  const near = data.reports.filter(
    ({ state, dueOn }) => state !== "waived" && (state !== "due" || dueOn <= limit),
  );
  const later = data.reports.filter(({ state, dueOn }) => state === "due" && dueOn > limit).length;
  return (
    <Section anchor="reports" title={<FormattedMessage id="report.title" />}>
      {data.reports.length === 0 && (
        <p className="muted">
          <FormattedMessage id="report.none" />
        </p>
      )}
      <ul className="row-list">
        {near.map((report) => (
          <li key={report.id}>
            <OneReport report={report} agreement={agreement} byMail={who?.ways.mail === true} asks={asks} />
          </li>
        ))}
      </ul>
      {later > 0 && (
        <p className="small muted">
          <FormattedMessage id="report.later" values={{ count: later }} />
        </p>
      )}
      {asks && <ScheduleForm agreement={agreement} />}
    </Section>
  );
}

interface OneProps {
  readonly report: ListedReport;
  readonly agreement: Agreement;
  readonly byMail: boolean;
  readonly asks: boolean;
}

function OneReport({ report, agreement, byMail, asks }: OneProps) {
  const nameOf = useOrganisationName(agreement.space);
  const [isOpen, setOpen] = useState(false);
  const { kind, organisation, period, state, dueOn, isLate, receivedAt } = report;
  const waits = state === "due" || state === "asked" || state === "sent_back";
  return (
    <>
      <p>
        <FormattedMessage id={`report.kind.${kind}`} /> · <Name>{nameOf(organisation)}</Name>
        <span className="muted"> · </span>
        <Period from={period.from} to={period.to} />
      </p>
      <p className="small muted">
        <strong className={isLate ? "attention" : undefined}>
          <FormattedMessage id={`report.state.${state}`} />
        </strong>
        {waits && (
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
        {receivedAt && (
          <>
            {" · "}
            <FormattedMessage id="report.cameOn" values={{ day: <Day value={receivedAt} /> }} />
          </>
        )}
        {receivedAt && (
          <>
            {" · "}
            <button
              type="button"
              className="plain-button"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <FormattedMessage
                id={isOpen ? "report.hide" : state === "received" ? "report.examine" : "report.show"}
              />
            </button>
          </>
        )}
      </p>
      {isOpen && <ExamineReport report={report.id} agreement={agreement.reference} />}
      {asks && waits && <Chase report={report} agreement={agreement.reference} byMail={byMail} />}
    </>
  );
}

/** Asks for it, hands its link over, or waits for it no longer. */
function Chase({ report, agreement, byMail }: { report: ListedReport; agreement: string; byMail: boolean }) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries(reportsOf(agreement));
  const asking = useMutation({
    mutationFn: async () => {
      await askReport(report.id, byMail);
      return byMail ? null : (await reportLink(report.id)).token;
    },
    onSuccess,
  });
  const [reason, setReason] = useState("");
  const waiving = useMutation({ mutationFn: () => waiveReport(report.id, reason, false), onSuccess });
  return (
    <div className="button-row small not-printed">
      <button type="button" className="button" disabled={asking.isPending} onClick={() => asking.mutate()}>
        <FormattedMessage id={byMail ? "report.ask" : "report.makeLink"} />
      </button>
      <details className="make">
        <summary>
          <FormattedMessage id="report.waive" />
        </summary>
        <Form
          onSend={() => waiving.mutate()}
          isSending={waiving.isPending}
          error={waiving.error}
          action={<FormattedMessage id="report.waiveAction" />}
        >
          <TextField
            label={<FormattedMessage id="decision.why" />}
            isNeeded
            least={3}
            most={1000}
            value={reason}
            onChange={setReason}
          />
        </Form>
      </details>
      <Refusal error={asking.error} />
      {asking.isSuccess && asking.data === null && (
        <p className="done" role="status">
          <FormattedMessage id="report.asked" />
        </p>
      )}
      {asking.data && <HandOver text={`${location.origin}/open#${asking.data}`} why="partner.handOver" />}
    </div>
  );
}
