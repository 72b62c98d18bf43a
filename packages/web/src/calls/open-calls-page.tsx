// What an organisation may answer, and the applications that it has made.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type OpenListedCall, type OwnListed, openCalls, ownApplications } from "../api/calls.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Colon, Day, Money, Name } from "../language/figures.tsx";
import { useCallTitle } from "./call-words.tsx";
import "../form/form.css";
import "./calls.css";

export function OpenCallsPage() {
  const intl = useIntl();
  const space = useShownSpace();
  const { data, error, refetch } = useQuery(openCalls(space));
  const own = useQuery(ownApplications(space)).data?.applications ?? [];
  const name = intl.formatMessage({ id: "calls.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="calls.openLead" />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data?.calls.length === 0 && (
        <p className="muted">
          <FormattedMessage id="calls.noneOpen" />
        </p>
      )}
      <ul className="row-list">
        {data?.calls.map((one) => (
          <li key={one.reference}>
            <OneOpen one={one} mine={own.filter(({ call }) => call === one.reference)} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

interface OneOpenProps {
  readonly one: OpenListedCall;
  readonly mine: readonly OwnListed[];
}

function OneOpen({ one, mine }: OneOpenProps) {
  const intl = useIntl();
  const titleOf = useCallTitle();
  const nameOf = useOrganisationName(useShownSpace());
  return (
    <>
      <p>
        <Link to="/open-calls/$call" params={{ call: one.reference }}>
          <Name>{titleOf(one)}</Name>
        </Link>
      </p>
      <p className="small muted">
        <Name>{nameOf(one.launchedBy)}</Name>
        {" · "}
        <FormattedMessage
          id={one.isTaking ? "calls.takesUntil" : `calls.state.${one.state === "open" ? "over" : one.state}`}
          values={{ day: <Day value={one.closesOn} /> }}
        />
        {" · "}
        <FormattedMessage
          id="calls.upTo"
          values={{ amount: <Money amount={one.ceiling} currency={one.currency} /> }}
        />
      </p>
      {mine.map((application) => (
        <p key={application.id} className="small">
          <FormattedMessage id={`calls.application.${application.state}`} />
          <Colon />
          <Name>{application.title ?? intl.formatMessage({ id: "calls.untitled" })}</Name>
          {application.receipt && (
            <>
              {" · "}
              <bdi>{application.receipt}</bdi>
            </>
          )}
        </p>
      ))}
    </>
  );
}
