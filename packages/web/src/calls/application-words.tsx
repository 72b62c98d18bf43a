// What an application says, read and not written.
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Application } from "../api/calls.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Count, Day, Money, Name, NoNumber } from "../language/figures.tsx";
import "../look/parts.css";

type Of = Pick<
  Application,
  "space" | "summary" | "places" | "asked" | "own" | "currency" | "promises" | "receivedOn"
>;

export function ApplicationWordsSection({ application }: { application: Of }) {
  const words = useVocabulary(application.space);
  const { summary, places, asked, own, currency, receivedOn } = application;
  const money = (amount: string | null) =>
    amount === null ? <NoNumber /> : <Money amount={amount} currency={currency} />;
  return (
    <Section title={<FormattedMessage id="calls.project" />}>
      {summary && (
        <p className="call-purpose" dir="auto">
          {summary}
        </p>
      )}
      <dl className="pairs">
        <div className="pair">
          <dt>
            <FormattedMessage id="calls.application.places" />
          </dt>
          <dd>{places.map(words.placeById).join(" · ")}</dd>
        </div>
        <div className="pair">
          <dt>
            <FormattedMessage id="calls.column.asked" />
          </dt>
          <dd>{money(asked)}</dd>
        </div>
        <div className="pair">
          <dt>
            <FormattedMessage id="calls.column.own" />
          </dt>
          <dd>{money(own)}</dd>
        </div>
        {receivedOn && (
          <div className="pair">
            <dt>
              <FormattedMessage id="calls.application.receivedOn" />
            </dt>
            <dd>
              <Day value={receivedOn} />
            </dd>
          </div>
        )}
      </dl>
      <Promises application={application} />
    </Section>
  );
}

export function Promises({ application }: { application: Pick<Of, "promises" | "space"> }) {
  const words = useVocabulary(application.space);
  if (application.promises.length === 0) return null;
  return (
    <div>
      <h3>
        <FormattedMessage id="calls.application.promises" />
      </h3>
      <ul className="row-list small">
        {application.promises.map(({ indicator, quantity, wording }) => (
          <li key={`${indicator} ${wording}`}>
            <Name>{wording}</Name>
            <span className="muted">
              {" · "}
              <Name>{words.indicator(indicator)}</Name>
              {" · "}
              <Count value={quantity} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
