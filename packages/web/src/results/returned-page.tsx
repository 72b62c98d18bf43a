// What came back to me: each with what is missing, and the way to answer.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type WaitingResult, waitingResults } from "../api/results.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Instant, Name } from "../language/figures.tsx";
import { ResultTold } from "./result-told.tsx";
import { ResultsWords } from "./results-words.tsx";
import { ResultTabs } from "./tabs.tsx";

export function ReturnedPage() {
  return (
    <ResultsWords>
      <ReturnedScreen />
    </ResultsWords>
  );
}

function ReturnedScreen() {
  const intl = useIntl();
  const space = useShownSpace();
  const name = intl.formatMessage({ id: "results.returnedTitle" });
  const read = useInfiniteQuery(waitingResults({ space, own: true, state: "returned" }));
  const rows = read.data?.pages.flatMap(({ results }) => results) ?? [];
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="results.returnedLead" />}>
      <ResultTabs />
      {read.error && <Failure error={read.error} reset={() => void read.refetch()} />}
      {read.isPending && <Waiting />}
      {read.data && rows.length === 0 && (
        <p className="table-empty">
          <FormattedMessage id="results.noneReturned" />
        </p>
      )}
      <ul className="row-list">
        {rows.map((row) => (
          <Returned key={row.id} result={row} />
        ))}
      </ul>
      {read.hasNextPage && (
        <button type="button" className="button small" onClick={() => void read.fetchNextPage()}>
          <FormattedMessage id="results.more" />
        </button>
      )}
    </Page>
  );
}

function Returned({ result }: { result: WaitingResult }) {
  return (
    <li className="returned">
      <ResultTold result={result} />
      {result.returned && (
        <blockquote className="warned">
          <p className="small muted">
            <FormattedMessage
              id="results.returnedOn"
              values={{ at: <Instant value={result.returned.at} /> }}
            />
          </p>
          <p>
            <Name>{result.returned.reason}</Name>
          </p>
        </blockquote>
      )}
      <p>
        <Link to="/results/fact/$fact" params={{ fact: result.id }} className="button">
          <FormattedMessage id="results.answer" />
        </Link>
      </p>
    </li>
  );
}
