// One agreement on one page: what was promised, by whom, with which money, in which words, and what came of it.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { type Agreement, agreement as agreementQuery, type When } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { DatesChoice, PrintedDates } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { Gathered } from "../app/gathered.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo, useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { CommitteesSection } from "../committees/committees-section.tsx";
import { DiagnosesSection } from "../diagnosis/diagnoses-section.tsx";
import { RequestsSection } from "../partner/requests-section.tsx";
import { ReportsSection } from "../reports/reports-section.tsx";
import { SigningSection } from "../signing/signing-section.tsx";
import { AgreementVerification } from "../verification/agreement-verification.tsx";
import { AgreementLead } from "./agreement-lead.tsx";
import { Title, useTitle } from "./agreement-words.tsx";
import { CommitmentsSection } from "./commitments-section.tsx";
import { ConflictsSection } from "./conflicts-section.tsx";
import { EventsSection } from "./events-section.tsx";
import { FieldsSection } from "./fields-section.tsx";
import { LifeSection } from "./forms/life-section.tsx";
import { HistorySection } from "./history-section.tsx";
import { MoneySection } from "./money-section.tsx";
import { OrientationsSection } from "./orientations-section.tsx";
import { PartiesSection } from "./parties-section.tsx";
import { StatedFiguresSection } from "./stated-figures-section.tsx";
import { TreeSection } from "./tree-section.tsx";
import { WordsSection } from "./words-section.tsx";
import "./agreement.css";

export function AgreementPage() {
  const { reference } = useParams({ from: "/agreements/$reference" });
  const { asOf, knownOn, open } = useSearch({ from: "/agreements/$reference" });
  const when = { asOf, knownOn };
  const { data, error, refetch } = useQuery(agreementQuery(reference, when));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={14} />;
  return (
    <>
      <Gathered>
        <AgreementSheet agreement={data} when={when} />
      </Gathered>
      <OpenedBeside open={open} when={when} />
    </>
  );
}

function AgreementSheet({ agreement, when }: { agreement: Agreement; when: When }) {
  const title = useTitle();
  return (
    <Page
      title={<Title of={agreement} />}
      name={`${agreement.reference} · ${title(agreement)}`}
      lead={<AgreementLead agreement={agreement} asOf={when.asOf} />}
      aside={<AgreementTools agreement={agreement} when={when} />}
    >
      <PrintedDates when={when} />
      <CommitmentsSection agreement={agreement} when={when} />
      <MoneySection agreement={agreement} when={when} />
      <WordsSection agreement={agreement} when={when} />
      <ConflictsSection agreement={agreement} />
      <div className="columns">
        <LifeSection agreement={agreement} />
        <PartiesSection agreement={agreement} />
        <AgreementVerification agreement={agreement} />
        <SigningSection agreement={agreement} />
        <CommitteesSection agreement={agreement} />
        <ReportsSection agreement={agreement} />
        <RequestsSection agreement={agreement} />
        <DiagnosesSection agreement={agreement.reference} />
        <TreeSection agreement={agreement} />
        <OrientationsSection agreement={agreement} />
        <FieldsSection agreement={agreement} />
        <EventsSection agreement={agreement} />
        <StatedFiguresSection agreement={agreement} />
        <HistorySection agreement={agreement} />
      </div>
    </Page>
  );
}

const drafted: readonly string[] = ["instrument", "contract_programme"];
/** What the press reports has a text that nobody drafts here. */
const hasDraft = ({ kind, reported }: Agreement) => drafted.includes(kind) && !reported;

function AgreementTools({ agreement, when }: { agreement: Agreement; when: When }) {
  const { reference } = agreement;
  const { may } = useRightsAt({ agreement: reference });
  const inSpace = useShownSpace() === "simulated" ? { space: "simulated" as const } : {};
  return (
    <div className="agreement-tools not-printed">
      <DatesChoice {...when} />
      {may("agreements.edit") && (
        <Link to="/agreements/$reference/edit" params={{ reference }} className="button">
          <FormattedMessage id="agreementForm.edit" />
        </Link>
      )}
      {may("drafting.read") && hasDraft(agreement) && (
        <Link to="/agreements/$reference/draft" params={{ reference }} className="button">
          <FormattedMessage id="drafting.open" />
        </Link>
      )}
      <Link to="/agreements/$reference/sheet" params={{ reference }} search={when} className="button">
        <FormattedMessage id="agreement.sheet" />
      </Link>
      {may("papers.prepare") && (
        <Link
          to="/papers/new"
          search={(before) => ({
            ...(before.lang && { lang: before.lang }),
            ...inSpace,
            agreement: reference,
          })}
          className="button"
        >
          <FormattedMessage id="paper.prepare.committee" />
        </Link>
      )}
    </div>
  );
}
