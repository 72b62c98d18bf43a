// On the agreement's page: who steers it, when they met and are to meet again, and what is still open.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Committee, committeesOf } from "../api/committees.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Agreement } from "../api/read.ts";
import { useRightsAt } from "../api/rights.ts";
import { Day, Instant, Name } from "../language/figures.tsx";
import { useCommitteeName } from "./committee-name.ts";
import { ConveneForm } from "./convene-form.tsx";
import { OpenDecisions } from "./open-decisions.tsx";
import { RecommendationForm } from "./recommendation-form.tsx";
import { ReviseForm } from "./revise-form.tsx";
import { SetUpForm } from "./set-up-form.tsx";
import "./committees.css";

export function CommitteesSection({ agreement }: { agreement: Agreement }) {
  const { may } = useRightsAt({ agreement: agreement.reference });
  const edits = may("meetings.edit");
  const { data } = useQuery(committeesOf(agreement.reference));
  if (!data) return null;
  const { committees, openDecisions } = data;
  if (committees.length === 0 && openDecisions.length === 0 && !edits) return null;
  return (
    <Section anchor="committees" title={<FormattedMessage id="committee.title" />}>
      {committees.length === 0 && (
        <p className="muted">
          <FormattedMessage id="committee.none" />
        </p>
      )}
      <ul className="row-list">
        {committees.map((committee) => (
          <li key={committee.id}>
            <OneCommittee committee={committee} agreement={agreement} edits={edits} />
          </li>
        ))}
      </ul>
      <OpenDecisions
        agreement={agreement.reference}
        decisions={openDecisions}
        edits={edits}
        space={agreement.space}
      />
      {edits && (
        <>
          <SetUpForm agreement={agreement} />
          <RecommendationForm agreement={agreement} />
        </>
      )}
    </Section>
  );
}

interface OneProps {
  readonly committee: Committee;
  readonly agreement: Agreement;
  readonly edits: boolean;
}

function OneCommittee({ committee, agreement, edits }: OneProps) {
  const { kind, presidedBy, everyMonths, dissolvedOn } = committee;
  const nameOf = useCommitteeName();
  return (
    <div className="committee">
      <h3>
        <Name>{nameOf(committee)}</Name>
      </h3>
      <p className="small muted">
        <FormattedMessage id={`committee.kind.${kind}`} />
        {" · "}
        <FormattedMessage id={`committee.presided.${presidedBy}`} />
        {" · "}
        <FormattedMessage id="committee.every" values={{ months: everyMonths ?? 0 }} />
        {committee.agreement !== agreement.reference && (
          <>
            {" · "}
            <FormattedMessage id="committee.above" values={{ agreement: <bdi>{committee.agreement}</bdi> }} />
          </>
        )}
      </p>
      <NextMeeting committee={committee} />
      <Members committee={committee} space={agreement.space} />
      <Sessions committee={committee} />
      {edits && dissolvedOn === null && committee.agreement === agreement.reference && (
        <>
          <ConveneForm committee={committee} agreement={agreement.reference} />
          <ReviseForm key={committee.name} committee={committee} agreement={agreement.reference} />
        </>
      )}
    </div>
  );
}

function NextMeeting({ committee }: { committee: Committee }) {
  const { dissolvedOn, dueOn, isOverdue, meetings } = committee;
  const planned = meetings.findLast(({ state }) => state === "convened");
  if (dissolvedOn !== null)
    return (
      <p className="muted">
        <FormattedMessage id="committee.dissolved" values={{ day: <Day value={dissolvedOn} /> }} />
      </p>
    );
  return (
    <p>
      {isOverdue && dueOn && (
        <strong className="attention">
          <FormattedMessage id="committee.overdue" values={{ day: <Day value={dueOn} /> }} />{" "}
        </strong>
      )}
      {planned ? (
        <FormattedMessage
          id="committee.planned"
          values={{
            when: (
              <Link to="/meetings/$reference" params={{ reference: planned.event }}>
                <Instant value={planned.startsAt} />
              </Link>
            ),
          }}
        />
      ) : (
        dueOn && !isOverdue && <FormattedMessage id="committee.due" values={{ day: <Day value={dueOn} /> }} />
      )}
    </p>
  );
}

function Members({ committee, space }: { committee: Committee; space: Agreement["space"] }) {
  const nameOf = useOrganisationName(space);
  if (committee.members.length === 0) return null;
  return (
    <details className="small">
      <summary>
        <FormattedMessage id="committee.members" values={{ count: committee.members.length }} />
      </summary>
      <ul className="indented">
        {committee.members.map((member) => (
          <li key={member.id}>
            <Name>{nameOf(member.organisation)}</Name>
            {" · "}
            <Name>{member.function}</Name>
            <span className="muted">
              {" · "}
              <FormattedMessage id={`committee.role.${member.role}`} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Sessions({ committee }: { committee: Committee }) {
  if (committee.meetings.length === 0) return null;
  return (
    <ul className="small indented">
      {committee.meetings.map(({ event, state, startsAt, heldOn, decisions }) => (
        <li key={event}>
          <Link to="/meetings/$reference" params={{ reference: event }}>
            {heldOn ? <Day value={heldOn} /> : <Instant value={startsAt} />}
          </Link>
          <span className="muted">
            {" · "}
            <FormattedMessage id={`meeting.state.${state}`} />
            {decisions > 0 && (
              <>
                {" · "}
                <FormattedMessage id="meeting.decisionCount" values={{ count: decisions }} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
