// One committee file as it was frozen: nothing on this page is counted anew until somebody asks to compare.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Paper, type PaperAgreement, paper as paperQuery } from "../api/papers.ts";
import { Failure } from "../app/failure.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ActorName, Day, Instant, Name, useLabel } from "../language/figures.tsx";
import { PromiseBarKey } from "../promise-bar/promise-bar-key.tsx";
import { CheckRegister } from "./check-register.tsx";
import { InPaper } from "./in-paper.tsx";
import { PaperFiles } from "./paper-files.tsx";
import { Totals } from "./totals.tsx";
import "./papers.css";

export function PaperPage() {
  const { number } = useParams({ from: "/papers/$number" });
  const { open } = useSearch({ from: "/papers/$number" });
  const { data, error, refetch } = useQuery(paperQuery(number));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={14} />;
  const { asOf, knownOn } = data;
  return (
    <>
      <OnePaper paper={data} />
      <OpenedBeside open={open} when={{ asOf, knownOn }} />
    </>
  );
}

function OnePaper({ paper }: { paper: Paper }) {
  const intl = useIntl();
  const label = useLabel();
  const { number, of, content } = paper;
  const { agreements } = content;
  const title = paper.title ?? intl.formatMessage({ id: `paper.title.${paper.kind}` });
  return (
    <div className="paper">
      <Page
        title={<Name>{`${title} · ${label(of.name)}`}</Name>}
        name={`${number} · ${label(of.name)}`}
        lead={<Lead paper={paper} />}
        aside={<PaperFiles number={number} />}
      >
        {paper.question && <Question question={paper.question} />}
        <CheckRegister paper={paper} />
        <Totals content={content} />
        {agreements.length > 3 && <Contents agreements={agreements} />}
        <div className="paper-key">
          <PromiseBarKey />
        </div>
        {agreements.map((agreement) => (
          <InPaper key={agreement.reference} agreement={agreement} space={paper.space} />
        ))}
        <Section title={<FormattedMessage id="paper.proof" />}>
          <p className="small muted">
            <FormattedMessage id="paper.hash" />
          </p>
          <p className="small">
            <bdi className="paper-hash">{paper.hash}</bdi>
          </p>
        </Section>
      </Page>
    </div>
  );
}

/** What was asked, and by whom, before what answers it. */
function Question({ question: { text, askedBy } }: { question: NonNullable<Paper["question"]> }) {
  return (
    <blockquote className="paper-question">
      <p dir="auto">{text}</p>
      <p className="small muted">
        <FormattedMessage id="paper.askedBy" values={{ who: <Name>{askedBy}</Name> }} />
      </p>
    </blockquote>
  );
}

function Lead({ paper }: { paper: Paper }) {
  const { number, asOf, knownOn, agreements, preparedBy, preparedAt, of } = paper;
  return (
    <>
      <p>
        <strong>
          <Name>{number}</Name>
        </strong>
        {" · "}
        <FormattedMessage
          id="agreement.printed"
          values={{ asOf: <Day value={asOf} />, knownOn: <Day value={knownOn} /> }}
        />
        {" · "}
        <FormattedMessage id="paper.agreements" values={{ count: agreements }} />
      </p>
      <p className="small muted">
        <FormattedMessage
          id="paper.preparedBy"
          values={{ by: <ActorName label={preparedBy} />, at: <Instant value={preparedAt} /> }}
        />
        {of.kind === "agreement" && (
          <>
            {" · "}
            <Link to="/agreements/$reference" params={{ reference: of.reference }} search={{ asOf, knownOn }}>
              <Name>{of.reference}</Name>
            </Link>
          </>
        )}
      </p>
    </>
  );
}

/** The way to each agreement of a long file. */
function Contents({ agreements }: { agreements: readonly PaperAgreement[] }) {
  const label = useLabel();
  return (
    <details className="paper-contents not-printed">
      <summary>
        <FormattedMessage id="paper.contents" />
      </summary>
      <ul className="small">
        {agreements.map(({ reference, title }) => (
          <li key={reference}>
            <a href={`#${reference}`}>
              <Name>{label(title)}</Name>
            </a>{" "}
            <bdi className="muted">{reference}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
