// A call on one page: what it says, what may be done now, how many applied and how far each came.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { applications, type Call, call as callQuery } from "../api/calls.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Name } from "../language/figures.tsx";
import { ApplicationsSection } from "./applications-section.tsx";
import { AssessorsSection } from "./assessors-section.tsx";
import { CallHistory } from "./call-history.tsx";
import { CallSteps } from "./call-steps.tsx";
import { useCallTitle } from "./call-words.tsx";
import { Funnel } from "./funnel.tsx";
import { InvitationsSection } from "./invitations-section.tsx";
import { TermsSection } from "./terms-section.tsx";
import "../agreements/agreement.css";
import "../form/form.css";
import "./calls.css";

export function CallPage() {
  const { call } = useParams({ from: "/calls/$call" });
  const { data, error, refetch } = useQuery(callQuery(call));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={10} />;
  return <OneCall call={data} />;
}

function OneCall({ call }: { call: Call }) {
  const title = useCallTitle()(call);
  const { data, error, refetch } = useQuery(applications(call.reference));
  return (
    <Page
      title={<Name>{title}</Name>}
      name={`${call.reference} · ${title}`}
      lead={<CallLead call={call} />}
      aside={<Ways call={call} />}
    >
      <CallSteps call={call} received={data?.applications ?? []} />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {data && <Funnel call={call} given={data} />}
      {data && <ApplicationsSection call={call} given={data} />}
      <div className="columns">
        <TermsSection call={call} />
        {call.state !== "prepared" && <InvitationsSection call={call} />}
        {call.state !== "prepared" && <AssessorsSection call={call} />}
        <CallHistory call={call} />
      </div>
    </Page>
  );
}

/** Where it stands, who launches it, under what. */
export function CallLead({ call }: { call: Call }) {
  const nameOf = useOrganisationName(call.space);
  const titleOf = useCallTitle();
  const { state, isTaking, launchedBy, agreement, closesOn } = call;
  return (
    <>
      <p>
        <strong>
          <FormattedMessage
            id={state === "open" && !isTaking ? "calls.state.over" : `calls.state.${state}`}
          />
        </strong>
        {" · "}
        <FormattedMessage id="calls.closesOn" values={{ day: <Day value={closesOn} /> }} />
        {" · "}
        <bdi>{call.reference}</bdi>
      </p>
      <p>
        <Name>{nameOf(launchedBy)}</Name>
        {agreement && (
          <>
            {" · "}
            <Link to="/agreements/$reference" params={{ reference: agreement.reference }}>
              <Name>{titleOf(agreement)}</Name>
            </Link>
          </>
        )}
      </p>
    </>
  );
}

function Ways({ call }: { call: Call }) {
  const { may } = useRightsAt({ call: call.reference });
  const params = { call: call.reference };
  const isRanked = ["scored", "decided", "published"].includes(call.state);
  return (
    <div className="button-row not-printed">
      {call.state === "prepared" && may("calls.prepare") && (
        <Link to="/calls/$call/edit" params={params} className="button">
          <FormattedMessage id="calls.edit" />
        </Link>
      )}
      {call.state === "open" && may("calls.receive") && (
        <Link to="/calls/$call/enter" params={params} className="button">
          <FormattedMessage id="calls.enter" />
        </Link>
      )}
      {call.state === "closed" && may("calls.score") && (
        <Link to="/calls/$call/scoring" params={params} className="button">
          <FormattedMessage id="calls.score" />
        </Link>
      )}
      {call.states.some(({ to }) => to === "open") && (
        <a href={`/public/calls/${call.reference}`} className="button">
          <FormattedMessage id="calls.publicPage" />
        </a>
      )}
      {isRanked && (
        <Link to="/calls/$call/ranking" params={params} className="button">
          <FormattedMessage id="calls.ranking" />
        </Link>
      )}
    </div>
  );
}
