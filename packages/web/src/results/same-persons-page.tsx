// Persons who may be one, judged pair by pair: what they are alike in, what a merge would change, and the way back.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { type Merged, mergedPersons, type SamePair, samePersons, splitPersons } from "../api/same-persons.ts";
import { PrintedDates } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Instant, Name } from "../language/figures.tsx";
import { UnmaskForm } from "../people/unmask-form.tsx";
import { ApartForm, MergeForm, ReasonForm } from "./judge-pair.tsx";
import { ResultsWords } from "./results-words.tsx";
import { SubjectSign } from "./subject-sign.tsx";
import { ResultTabs } from "./tabs.tsx";

export function SamePersonsPage() {
  return (
    <ResultsWords>
      <SamePersonsScreen />
    </ResultsWords>
  );
}

function SamePersonsScreen() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "same.title" });
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="same.lead" />}
      aside={<PrintedDates when={{}} />}
    >
      <ResultTabs />
      <ToJudge />
      <MergedList />
    </Page>
  );
}

function ToJudge() {
  const { data, error, refetch } = useQuery(samePersons(useShownSpace()));
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting />;
  const { pairs, isMore, tooMany } = data;
  return (
    <section>
      {pairs.length === 0 ? (
        <p className="table-empty">
          <FormattedMessage id="same.none" />
        </p>
      ) : (
        <h2 aria-live="polite">
          <FormattedMessage id="same.howMany" values={{ count: pairs.length }} />
        </h2>
      )}
      <ul className="row-list">
        {pairs.map((pair) => (
          <Pair key={`${pair.one.subject} ${pair.other.subject}`} pair={pair} />
        ))}
      </ul>
      {(isMore || tooMany > 0) && (
        <p className="small muted">
          {isMore && <FormattedMessage id="same.isMore" />}{" "}
          {tooMany > 0 && <FormattedMessage id="same.tooMany" values={{ count: tooMany }} />}
        </p>
      )}
    </section>
  );
}

function Pair({ pair }: { pair: SamePair }) {
  const { one, other, why } = pair;
  return (
    <li className="same-pair">
      <div>
        <p className="small muted">
          <FormattedMessage id="same.alike" />
        </p>
        <ul className="likenesses">
          {why.map((likeness) => (
            <li key={likeness}>
              <FormattedMessage id={`same.why.${likeness}`} />
            </li>
          ))}
        </ul>
      </div>
      <div className="two-persons">
        <Person letter="A" person={one} />
        <Person letter="B" person={other} />
      </div>
      <div className="two-persons">
        <MergeForm pair={pair} />
        <ApartForm pair={pair} />
      </div>
    </li>
  );
}

function Person({ letter, person }: { letter: string; person: SamePair["one"] }) {
  return (
    <div>
      <p>
        <strong>
          <FormattedMessage id="same.person" values={{ letter }} />
        </strong>{" "}
        · <FormattedMessage id="same.results" values={{ count: person.results }} />
      </p>
      <p className="small muted">
        <SubjectSign subject={person.subject} />
      </p>
      <UnmaskForm subject={person.subject} />
    </div>
  );
}

function MergedList() {
  const { data, error, refetch } = useQuery(mergedPersons(useShownSpace()));
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return null;
  return (
    <section className="later-section">
      <h2>
        <FormattedMessage id="same.merged" />
      </h2>
      {data.merges.length === 0 && (
        <p className="muted">
          <FormattedMessage id="same.noneMerged" />
        </p>
      )}
      <ul className="row-list">
        {data.merges.map((merge) => (
          <MergedRow key={merge.subject} merge={merge} />
        ))}
      </ul>
    </section>
  );
}

function MergedRow({ merge }: { merge: Merged }) {
  const { subject, into, reason, at, by } = merge;
  return (
    <li className="same-pair">
      <p className="small">
        <SubjectSign subject={subject} /> + <SubjectSign subject={into} />
      </p>
      <blockquote>
        <p className="small muted">
          <FormattedMessage
            id="same.mergedBy"
            values={{ by: <Name>{by}</Name>, at: <Instant value={at} /> }}
          />
        </p>
        <p>
          <Name>{reason}</Name>
        </p>
      </blockquote>
      <ReasonForm kind="split" send={(told) => splitPersons(subject, told)} />
    </li>
  );
}
