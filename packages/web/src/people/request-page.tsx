import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type OneRequest, personRequest } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Name } from "../language/figures.tsx";
import { NextStep } from "./request-steps.tsx";
import { Deadline, RequestState } from "./requests-page.tsx";
import { AreaTabs } from "./tabs.tsx";

/** One request: what was asked, by when it is answered, and the next step. */
export function RequestPage() {
  const intl = useIntl();
  const { number } = useParams({ from: "/people/requests/$number" });
  const { data, error, refetch } = useQuery(personRequest(number));
  useBelongsTo(data?.space);
  return (
    <Page
      title={<FormattedMessage id="people.request" values={{ number: <Name>{number}</Name> }} />}
      name={intl.formatMessage({ id: "people.requests" })}
      lead={data && <RequestState request={data} />}
    >
      <AreaTabs />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <div className="two-sides">
          <Told request={data} />
          <NextStep request={data} />
        </div>
      )}
    </Page>
  );
}

function Told({ request }: { request: OneRequest }) {
  const { kind, channel, receivedOn, content, reason, decidedOn, subject } = request;
  return (
    <div className="answer">
      <dl className="pairs">
        <dt>
          <FormattedMessage id="people.column.kind" />
        </dt>
        <dd>
          <FormattedMessage id={`people.kind.${kind}`} /> ·{" "}
          <FormattedMessage id={`people.channel.${channel}`} />
        </dd>
        <dt>
          <FormattedMessage id="people.column.received" />
        </dt>
        <dd>
          <Day value={receivedOn} />
        </dd>
        <dt>
          <FormattedMessage id="people.column.deadline" />
        </dt>
        <dd>
          <Deadline request={request} />
        </dd>
        {decidedOn && (
          <>
            <dt>
              <FormattedMessage id="people.decided" />
            </dt>
            <dd>
              <Day value={decidedOn} />
              {reason && (
                <p className="small">
                  <Name>{reason}</Name>
                </p>
              )}
            </dd>
          </>
        )}
      </dl>
      <Content content={content} />
      {subject && (
        <p className="small">
          <Link to="/journal" search={{ subject }}>
            <FormattedMessage id="people.herJournal" />
          </Link>
        </p>
      )}
    </div>
  );
}

function Content({ content }: Pick<OneRequest, "content">) {
  if (content === null) {
    return (
      <p className="muted">
        <FormattedMessage id="people.contentGone" />
      </p>
    );
  }
  return (
    <blockquote className="quote">
      <p dir="auto" className="whole-text">
        {content.text}
      </p>
      {content.contact && (
        <p className="quote-foot">
          <Name>{content.contact}</Name>
        </p>
      )}
    </blockquote>
  );
}
