// One result with everything that was entered about it; who may corrects it or takes it out, with the reason.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type Fact, fact as factQuery } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { FactEntries } from "../drawer/fact-entries.tsx";
import { Day, Name, useLabel } from "../language/figures.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { EvidenceBeside } from "./evidence-beside.tsx";
import { ResultsWords } from "./results-words.tsx";
import { ResultTabs } from "./tabs.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

export function ResultPage() {
  const { fact } = useParams({ from: "/results/fact/$fact" });
  return (
    <ResultsWords>
      <ResultScreen key={fact} id={fact} />
    </ResultsWords>
  );
}

function ResultScreen({ id }: { id: string }) {
  const intl = useIntl();
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery(factQuery(id));
  useBelongsTo(data?.space);
  const name = intl.formatMessage({ id: "results.one" });
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { fact, commitment, space, revisions } = data;
  const isOver = fact.standing === "withdrawn" || fact.erased;
  return (
    <Page title={name} name={name} lead={<Lead fact={fact} commitment={commitment} space={space} />}>
      <ResultTabs />
      <div className="two-sides">
        <div className="later-section">
          {!isOver && may(who, "results.correct") && (
            <CorrectForm fact={fact} commitment={commitment} space={space} />
          )}
          {!isOver && may(who, "results.withdraw") && <WithdrawForm fact={fact.id} />}
          {isOver && (
            <p className="attention">
              <FormattedMessage id={fact.erased ? "results.erased" : "results.isWithdrawn"} />
            </p>
          )}
        </div>
        <div className="answer">
          {fact.evidenceFile && may(who, "results.open_evidence") && <EvidenceBeside fact={fact.id} />}
          <FactEntries id={fact.id} />
          {revisions.length > 1 && (
            <section>
              <h3>
                <FormattedMessage id="results.revisions" />
              </h3>
              <ol className="bare-list">
                {revisions.map((one) => (
                  <li key={one.id}>
                    <Link
                      to="/results/fact/$fact"
                      params={{ fact: one.id }}
                      aria-current={one.id === fact.id ? "page" : undefined}
                    >
                      <FormattedMessage id="results.revision" values={{ number: one.revision }} />
                    </Link>
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}

function Lead({ fact, commitment, space }: { fact: Fact; commitment: string; space: Space }) {
  const words = useVocabulary(space);
  const nameOf = useLabel();
  return (
    <>
      <p>
        <strong>{words.indicator(fact.indicator)}</strong> · <Day value={fact.date} />
        {fact.placeName && (
          <>
            {" · "}
            <Name>{nameOf(fact.placeName)}</Name>
          </>
        )}
        {" · "}
        <FormattedMessage id={`facts.standing.${fact.standing}`} />
      </p>
      <p>
        <Link
          to="/agreements/$reference"
          params={{ reference: commitment.slice(0, commitment.indexOf("/")) }}
        >
          <Name>{commitment}</Name>
        </Link>
      </p>
    </>
  );
}
