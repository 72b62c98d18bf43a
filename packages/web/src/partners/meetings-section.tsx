import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { ClientFile } from "../api/partners.ts";
import { today } from "../app/today.ts";
import { EventName } from "../events/event-words.tsx";
import { Day, Name, usePartialDay } from "../language/figures.tsx";

/** Visits, committees, seminars; and what was decided there for one side or the other. */
export function MeetingsSection({ file: { meetings, decisions } }: { file: ClientFile }) {
  const intl = useIntl();
  const partialDay = usePartialDay();
  return (
    <Section title={<FormattedMessage id="partners.meetings" />}>
      {meetings.length === 0 && (
        <p className="muted">
          <FormattedMessage id="partners.meetings.none" />
        </p>
      )}
      <ul className="row-list">
        {meetings.map((one) => {
          const day = one.dateText ?? partialDay(one.date);
          return (
            <li key={one.reference}>
              <Link to="/events/$reference" params={{ reference: one.reference }}>
                <EventName event={one} />
              </Link>
              <p className="small muted">
                {day && <>{day} · </>}
                {one.roles.map((role) => intl.formatMessage({ id: `event.role.${role}` })).join(" · ")}
              </p>
            </li>
          );
        })}
      </ul>
      {decisions.length > 0 && (
        <>
          <h3>
            <FormattedMessage id="partners.decisions" />
          </h3>
          <ul className="row-list">
            {decisions.map((one) => (
              <DecisionLine key={`${one.event} ${one.number}`} decision={one} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function DecisionLine({
  decision: { event, decision, own, dueOn, doneOn },
}: {
  decision: ClientFile["decisions"][number];
}) {
  const isLate = doneOn === null && dueOn !== null && dueOn < today();
  return (
    <li>
      <Link to="/events/$reference" params={{ reference: event }}>
        <Name>{decision}</Name>
      </Link>
      <p className="small muted">
        <FormattedMessage id={own ? "partners.decision.own" : "partners.decision.agency"} />
        {doneOn && (
          <>
            {" · "}
            <FormattedMessage id="event.done" values={{ day: <Day value={doneOn} /> }} />
          </>
        )}
        {doneOn === null && dueOn && (
          <span className={isLate ? "attention" : undefined}>
            {" · "}
            <FormattedMessage id="work.due" values={{ day: <Day value={dueOn} /> }} />
          </span>
        )}
      </p>
    </li>
  );
}
