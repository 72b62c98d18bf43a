// A meeting of a committee on one page: prepared, held, its minutes written and published; printed as it stands.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Title } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import { may, me } from "../api/account.ts";
import { type Meeting, meeting as meetingQuery } from "../api/committees.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Instant, Name } from "../language/figures.tsx";
import { useCommitteeName } from "./committee-name.ts";
import { MeetingDecisions } from "./meeting-decisions.tsx";
import { MeetingSteps } from "./meeting-steps.tsx";
import { OpenDecisions } from "./open-decisions.tsx";
import "../agreements/agreement.css";
import "../form/form.css";
import { ToCalendar } from "../events/to-calendar.tsx";
import "./committees.css";

export function MeetingPage() {
  const { reference } = useParams({ from: "/meetings/$reference" });
  const { data, error, refetch } = useQuery(meetingQuery(reference));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={10} />;
  return <OneMeeting meeting={data} />;
}

function OneMeeting({ meeting }: { meeting: Meeting }) {
  const edits = may(useQuery(me()).data, "meetings.edit");
  const { committee, event, state, space } = meeting;
  const nameOf = useCommitteeName();
  return (
    <Page
      title={<Name>{nameOf(committee)}</Name>}
      name={`${event} · ${nameOf(committee)}`}
      lead={<Lead meeting={meeting} />}
      aside={<Tools meeting={meeting} />}
    >
      {edits && <MeetingSteps meeting={meeting} />}
      <div className="columns">
        <Agenda meeting={meeting} />
        {meeting.carried.length > 0 && (
          <Section title={<FormattedMessage id="meeting.carried" />}>
            <OpenDecisions
              agreement={meeting.agreement.reference}
              decisions={meeting.carried}
              edits={edits && state !== "cancelled"}
              space={space}
            />
          </Section>
        )}
        <Attendance meeting={meeting} />
        <MeetingDecisions meeting={meeting} edits={edits} />
        <Minutes meeting={meeting} />
      </div>
    </Page>
  );
}

function Lead({ meeting }: { meeting: Meeting }) {
  const { agreement, state, startsAt, heldOn, place, committee, cancelledWhy } = meeting;
  return (
    <>
      <p>
        <strong>
          <FormattedMessage id={`meeting.state.${state}`} />
        </strong>
        {" · "}
        {heldOn ? <Day value={heldOn} /> : <Instant value={startsAt} />}
        {place && (
          <>
            {" · "}
            <Name>{place}</Name>
          </>
        )}
        {" · "}
        <FormattedMessage id={`committee.presided.${committee.presidedBy}`} />
      </p>
      <p>
        <Link to="/agreements/$reference" params={{ reference: agreement.reference }}>
          <Title of={agreement} />
        </Link>
        {" · "}
        <bdi className="muted nowrap">{meeting.event}</bdi>
      </p>
      {cancelledWhy && (
        <p className="attention">
          <FormattedMessage id="meeting.cancelledWhy" values={{ why: <bdi>{cancelledWhy}</bdi> }} />
        </p>
      )}
    </>
  );
}

function Tools({ meeting }: { meeting: Meeting }) {
  return (
    <div className="button-row not-printed">
      {meeting.state === "convened" && <ToCalendar event={meeting.event} />}
      <button type="button" className="button" onClick={() => print()}>
        <FormattedMessage id="meeting.print" />
      </button>
    </div>
  );
}

function Agenda({ meeting }: { meeting: Meeting }) {
  return (
    <Section title={<FormattedMessage id="meeting.agenda" />}>
      {meeting.agenda.length === 0 ? (
        <p className="muted">
          <FormattedMessage id="meeting.noAgenda" />
        </p>
      ) : (
        <ol className="meeting-agenda">
          {meeting.agenda.map((item) => (
            <li key={item}>
              <Name>{item}</Name>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Attendance({ meeting }: { meeting: Meeting }) {
  const intl = useIntl();
  const nameOf = useOrganisationName(meeting.space);
  const present = meeting.members.filter((member) => member.present === true).length;
  return (
    <Section
      title={<FormattedMessage id="meeting.members" />}
      note={
        meeting.heldOn && (
          <FormattedMessage id="meeting.present" values={{ present, count: meeting.members.length }} />
        )
      }
    >
      <ul className="row-list small">
        {meeting.members.map((member) => (
          <li key={member.id}>
            <Name>{nameOf(member.organisation)}</Name>
            {" · "}
            <Name>{member.function}</Name>
            <span className="muted">
              {" · "}
              {intl.formatMessage({ id: `committee.role.${member.role}` })}
              {member.present !== null && (
                <>
                  {" · "}
                  <FormattedMessage id={member.present ? "meeting.wasThere" : "meeting.wasAbsent"} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Minutes({ meeting }: { meeting: Meeting }) {
  if (meeting.minutes === null) return null;
  const { publishedAt } = meeting;
  return (
    <Section
      title={<FormattedMessage id="meeting.minutes" />}
      note={
        publishedAt ? (
          <FormattedMessage id="meeting.publishedOn" values={{ day: <Instant value={publishedAt} /> }} />
        ) : (
          <FormattedMessage id="meeting.notPublished" />
        )
      }
    >
      <p className="meeting-minutes" dir="auto">
        {meeting.minutes}
      </p>
    </Section>
  );
}
