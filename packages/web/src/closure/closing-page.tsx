// How an agreement ends: what was settled by each party, the results of the day, what is still open, the lessons.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { StateMark, Title, useTitle } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import { type ClosingFile, closingFile } from "../api/closure.ts";
import { type Agreement, agreement as agreementQuery } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ActorName, Day, Name } from "../language/figures.tsx";
import { useSayReference } from "../language/say-reference.ts";
import { PlaceLink } from "../work/place-link.tsx";
import { ConcludeForm } from "./conclude-form.tsx";
import { ResultsTable, SettlementTable } from "./file-tables.tsx";
import "../agreements/agreement.css";
import "./closing.css";
import { WithReferences } from "../language/references.tsx";

export function ClosingPage() {
  const { reference } = useParams({ from: "/agreements/$reference/closing" });
  const agreement = useQuery(agreementQuery(reference, {}));
  const file = useQuery(closingFile(reference));
  useBelongsTo(agreement.data?.space);
  const failed = agreement.error ? agreement : file.error ? file : null;
  if (failed?.error) return <Failure error={failed.error} reset={() => void failed.refetch()} />;
  if (!agreement.data || !file.data) return <Waiting lines={12} />;
  return <Closing agreement={agreement.data} file={file.data} />;
}

function Closing({ agreement, file }: { agreement: Agreement; file: ClosingFile }) {
  const intl = useIntl();
  const title = useTitle();
  const { reference } = agreement;
  const name = intl.formatMessage({ id: "closure.title" });
  return (
    <Page
      title={<Title of={agreement} />}
      name={`${name} · ${reference} · ${title(agreement)}`}
      lead={
        <>
          <Name>{reference}</Name> · {name} · <StateMark state={file.state} reported={agreement.reported} /> ·{" "}
          <Link to="/agreements/$reference" params={{ reference }}>
            <FormattedMessage id="agreementForm.back" />
          </Link>
        </>
      }
    >
      <p className="muted closing-day">
        <FormattedMessage
          id={file.closed ? "closure.frozen" : "closure.asOfToday"}
          values={{ day: <Day value={file.on} />, who: <ActorName label={file.closed?.closedBy ?? ""} /> }}
        />
      </p>
      <OpenItems file={file} />
      <Section title={<FormattedMessage id="closure.settlement" />}>
        <SettlementTable settlement={file.settlement} space={agreement.space} />
      </Section>
      <Section title={<FormattedMessage id="closure.results" />}>
        <ResultsTable results={file.results} space={agreement.space} />
      </Section>
      {file.closed && <Learnt closed={file.closed} />}
      <NextStep agreement={agreement} file={file} />
    </Page>
  );
}

function OpenItems({ file: { open, closed } }: { file: ClosingFile }) {
  const say = useSayReference();
  if (open.length === 0)
    return (
      <p className="closing-day">
        <FormattedMessage id="closure.nothingOpen" />
      </p>
    );
  return (
    <Section
      title={<FormattedMessage id={closed ? "closure.wasOpen" : "closure.open"} />}
      note={<FormattedMessage id="closure.openCount" values={{ count: open.length }} />}
    >
      <ul className="row-list">
        {open.map(({ kind, words, place }) => (
          <li key={`${kind} ${words}`}>
            <span className={closed ? undefined : "attention"}>
              <WithReferences text={say(words)} />
            </span>
            {!closed && (
              <>
                {" · "}
                <PlaceLink place={place}>
                  <FormattedMessage id={`closure.act.${kind}`} />
                </PlaceLink>
              </>
            )}
          </li>
        ))}
      </ul>
      {closed?.openReason && (
        <p className="quote">
          <span className="small muted">
            <FormattedMessage id="closure.whyClosed" />
          </span>
          <Name>{closed.openReason}</Name>
        </p>
      )}
    </Section>
  );
}

function Learnt({ closed: { lessons, reportDocumentId } }: { closed: NonNullable<ClosingFile["closed"]> }) {
  return (
    <Section title={<FormattedMessage id="closure.lessons" />}>
      <p className="whole-text">
        <Name>{lessons}</Name>
      </p>
      <p className="small muted">
        <FormattedMessage id={reportDocumentId ? "closure.reportKept" : "closure.reportOfPartner"} />
      </p>
    </Section>
  );
}

function NextStep({ agreement, file }: { agreement: Agreement; file: ClosingFile }) {
  const { reference, state } = agreement;
  const { may } = useRightsAt({ agreement: reference });
  if (state === "closing" && may("closure.conclude"))
    return <ConcludeForm agreement={agreement} isOpen={file.open.length > 0} />;
  if (state !== "closing" && file.closed === null)
    return (
      <p className="attention">
        <FormattedMessage id="closure.notClosing" />
      </p>
    );
  if (!may("closure.renew")) return null;
  return (
    <p>
      <Link to="/agreements/$reference/renewal" params={{ reference }} className="button">
        <FormattedMessage id="closure.renew" />
      </Link>
    </p>
  );
}
