// What is answered to who took part: every finding in its rank, and beside it what is done about it, or why not. To read and
// to print; nothing is written here.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import {
  type Diagnosis,
  type DiagnosisAction,
  diagnosis as diagnosisQuery,
  type Merged,
} from "../api/diagnoses.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Count, Day, Name } from "../language/figures.tsx";
import { CommitmentLink, useAnswer } from "./actions-section.tsx";
import { linesOf, totalOf } from "./count-attendance.ts";
import { DiagnosisWords } from "./diagnosis-words.tsx";
import { usePlaceName, Words } from "./say.tsx";
import "../agreements/agreement.css";
import "../form/form.css";
import "./diagnosis.css";

export function AnswersPage() {
  return (
    <DiagnosisWords>
      <Answers />
    </DiagnosisWords>
  );
}

function Answers() {
  const intl = useIntl();
  const titleOf = useTitle();
  const placeOf = usePlaceName();
  const { reference } = useParams({ from: "/diagnoses/$reference/answers" });
  const { data, error, refetch } = useQuery(diagnosisQuery(reference));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={12} />;
  const ended = data.passages.find(({ to }) => to === "ended")?.on;
  const name = intl.formatMessage({ id: "diagnosis.answers" });
  return (
    <Page
      title={name}
      name={`${name} · ${reference}`}
      lead={
        <>
          <p>
            <Link to="/diagnoses/$reference" params={{ reference }}>
              <Name>{titleOf(data)}</Name>
            </Link>
            {" · "}
            <Name>{placeOf(data.territory)}</Name>
          </p>
          <p>
            {ended ? (
              <FormattedMessage id="diagnosis.answeredAll" values={{ day: <Day value={ended} /> }} />
            ) : (
              <span className="attention">
                <FormattedMessage id="diagnosis.notEnded" />
              </span>
            )}
          </p>
        </>
      }
    >
      <Heard diagnosis={data} />
      <ol className="answers">
        {data.merged.map((one) => (
          <li key={one.number}>
            <OneAnswer merged={one} diagnosis={data} />
          </li>
        ))}
      </ol>
      {data.merged.length === 0 && (
        <p className="muted">
          <FormattedMessage id="diagnosis.noMerged" />
        </p>
      )}
    </Page>
  );
}

function Heard({ diagnosis: { workshops, attendance, findings, merged } }: { diagnosis: Diagnosis }) {
  const held = workshops.filter(({ heldOn }) => heldOn !== null).length;
  return (
    <p>
      <FormattedMessage
        id="diagnosis.heard"
        values={{
          ...{ held, came: totalOf(linesOf(attendance)), findings: findings.length, merged: merged.length },
        }}
      />
    </p>
  );
}

function OneAnswer({ merged, diagnosis }: { merged: Merged; diagnosis: Diagnosis }) {
  const actions = diagnosis.actions.filter(({ answers }) => answers.includes(merged.number));
  return (
    <>
      <h2>
        {merged.rank !== null && (
          <span className="rank">
            <Count value={merged.rank} />
          </span>
        )}{" "}
        <Words of={merged} />
      </h2>
      <p className="small muted">
        <FormattedMessage id="diagnosis.saidTimes" values={{ count: merged.sources.length }} />
        {merged.score !== null && (
          <>
            {" · "}
            <FormattedMessage id="diagnosis.scored" values={{ score: <Count value={merged.score} /> }} />
          </>
        )}
      </p>
      {actions.length === 0 && (
        <p className="muted">
          <FormattedMessage id="diagnosis.noActionFor" />
        </p>
      )}
      <ul className="bare-list">
        {actions.map((action) => (
          <li key={action.number} className="quote" data-adopted={action.state === "retained" || undefined}>
            <Answer action={action} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Answer({ action }: { action: DiagnosisAction }) {
  const answerOf = useAnswer();
  const { state, commitment, answeredOn } = action;
  return (
    <>
      <p>
        <Words of={action} />
      </p>
      <p>
        <strong className={state === "proposed" ? "attention" : undefined}>
          <FormattedMessage id={`diagnosis.became.${state}`} />
        </strong>
        {answeredOn && (
          <span className="small muted">
            {" · "}
            <Day value={answeredOn} />
          </span>
        )}
        {commitment && (
          <>
            {" · "}
            <FormattedMessage
              id="diagnosis.carriedBy"
              values={{ commitment: <CommitmentLink commitment={commitment} /> }}
            />
          </>
        )}
      </p>
      {answerOf(action) && (
        <p>
          <Name>{answerOf(action)}</Name>
        </p>
      )}
    </>
  );
}
