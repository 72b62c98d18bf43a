// One diagnosis on one page: who was heard, what they said, what it came to together, how it was ranked, what is answered.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import { type Diagnosis, diagnosis as diagnosisQuery } from "../api/diagnoses.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Name } from "../language/figures.tsx";
import { ActionsSection } from "./actions-section.tsx";
import { ActorsSection } from "./actors-section.tsx";
import { AttendanceSection } from "./attendance.tsx";
import { DiagnosisLead } from "./diagnosis-lead.tsx";
import { DiagnosisWords } from "./diagnosis-words.tsx";
import { FindingsSection } from "./findings-section.tsx";
import { MergedSection } from "./merged-section.tsx";
import { StageMark } from "./say.tsx";
import { StepsSection } from "./steps-section.tsx";
import { WorkshopsSection } from "./workshops-section.tsx";
import "../agreements/agreement.css";
import "../agreements/forms/agreement-forms.css";
import "../form/form.css";
import "./diagnosis.css";

export function DiagnosisPage() {
  return (
    <DiagnosisWords>
      <Whole />
    </DiagnosisWords>
  );
}

function Whole() {
  const { reference } = useParams({ from: "/diagnoses/$reference" });
  const titleOf = useTitle();
  const { data, error, refetch } = useQuery(diagnosisQuery(reference));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={14} />;
  return (
    <Page
      title={<Name>{titleOf(data)}</Name>}
      name={`${reference} · ${titleOf(data)}`}
      lead={<DiagnosisLead diagnosis={data} />}
      aside={<Tools diagnosis={data} />}
    >
      <StepsSection diagnosis={data} />
      <InOrder diagnosis={data} />
      <div className="columns">
        <AttendanceSection diagnosis={data} />
        {data.state !== "preparing" && <ActorsSection diagnosis={data} />}
        <History diagnosis={data} />
      </div>
    </Page>
  );
}

/** What is being worked at stands first: who takes part and is heard at the beginning, what is answered at the end. */
function InOrder({ diagnosis }: { diagnosis: Diagnosis }) {
  if (diagnosis.state === "preparing" || diagnosis.state === "listening")
    return (
      <>
        {diagnosis.state === "preparing" && <ActorsSection diagnosis={diagnosis} />}
        <WorkshopsSection diagnosis={diagnosis} />
        {diagnosis.state === "listening" && <FindingsSection diagnosis={diagnosis} />}
        {diagnosis.findings.length > 0 && <MergedSection diagnosis={diagnosis} />}
      </>
    );
  return (
    <>
      <ActionsSection diagnosis={diagnosis} />
      <MergedSection diagnosis={diagnosis} />
      <FindingsSection diagnosis={diagnosis} />
      <WorkshopsSection diagnosis={diagnosis} />
    </>
  );
}

function Tools({ diagnosis: { reference, writable } }: { diagnosis: Diagnosis }) {
  return (
    <div className="agreement-tools not-printed">
      <Link to="/diagnoses/$reference/answers" params={{ reference }} className="button">
        <FormattedMessage id="diagnosis.answers" />
      </Link>
      {writable.includes("head") && (
        <Link to="/diagnoses/$reference/edit" params={{ reference }} className="button">
          <FormattedMessage id="diagnosis.revise" />
        </Link>
      )}
    </div>
  );
}

function History({ diagnosis: { passages } }: { diagnosis: Diagnosis }) {
  return (
    <Section title={<FormattedMessage id="diagnosis.history" />}>
      <ol className="bare-list">
        {passages.map((passage, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a life only grows at its end
          <li key={at}>
            <StageMark state={passage.to} />
            <span className="small muted">
              {" · "}
              <Day value={passage.on} />
              {passage.reason && (
                <>
                  {" · "}
                  <Name>{passage.reason}</Name>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
