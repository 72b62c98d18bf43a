// One event: when and where, what it consisted of, who was there, what was signed and decided, and the words that say so.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Title } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import { FiguresAtEvent } from "../agreements/stated-figures-section.tsx";
import { event as eventQuery } from "../api/events.ts";
import type { Event } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name, usePartialDay } from "../language/figures.tsx";
import { Unreviewed } from "../translations/unreviewed.tsx";
import { Decisions, EventSources, Participants, Parts, Topics } from "./event-parts.tsx";
import { EventName, useEventName, useEventPlace } from "./event-words.tsx";
import { EventLinks } from "./forms/event-links.tsx";
import { ToCalendar } from "./to-calendar.tsx";
import "../agreements/agreement.css";
import "./events.css";

export function EventPage() {
  const { reference } = useParams({ from: "/events/$reference" });
  const { open } = useSearch({ from: "/events/$reference" });
  const { data, error, refetch } = useQuery(eventQuery(reference));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={10} />;
  return (
    <>
      <OneEvent event={data} />
      <OpenedBeside open={open} when={{}} />
    </>
  );
}

function OneEvent({ event }: { event: Event }) {
  const intl = useIntl();
  const kind = intl.formatMessage({ id: `event.kind.${event.kind}` });
  return (
    <Page
      title={<EventName event={event} />}
      name={`${event.reference} · ${useEventName()(event) ?? kind}`}
      lead={<Lead event={event} kind={kind} />}
      aside={
        <div className="agreement-tools not-printed">
          <EventLinks event={event} />
          {event.date.day != null && <ToCalendar event={event.reference} />}
        </div>
      }
    >
      <div className="columns event-columns">
        <Agreements event={event} />
        {event.decisions.length > 0 && (
          <Section title={<FormattedMessage id="events.decisions" />}>
            <Decisions event={event} />
          </Section>
        )}
        {event.parts.length > 0 && (
          <Section title={<FormattedMessage id="events.parts" />}>
            <Parts event={event} />
          </Section>
        )}
        {event.topics.length > 0 && (
          <Section title={<FormattedMessage id="events.topics" />}>
            <Topics event={event} />
          </Section>
        )}
        <Section title={<FormattedMessage id="events.participants" />}>
          {event.participants.length === 0 && (
            <p className="muted">
              <FormattedMessage id="events.nobodyNamed" />
            </p>
          )}
          <Participants event={event} />
        </Section>
        <FiguresAtEvent eventId={event.id} space={event.space} isSection />
        <Section title={<FormattedMessage id="events.words" />}>
          {event.sources.length === 0 ? (
            <p className="muted">
              <FormattedMessage id="events.noWords" />
            </p>
          ) : (
            <EventSources event={event} />
          )}
        </Section>
      </div>
    </Page>
  );
}

function Lead({ event, kind }: { event: Event; kind: string }) {
  const partialDay = usePartialDay();
  const place = useEventPlace()(event);
  const day = event.dateText ?? partialDay(event.date);
  return (
    <p>
      <Unreviewed isReviewed={event.arReviewed} />
      <Name>{event.reference}</Name>
      {" · "}
      {kind}
      {" · "}
      {day ?? <FormattedMessage id="events.noDay" />}
      {place && (
        <>
          {" · "}
          <Name>{place}</Name>
        </>
      )}
    </p>
  );
}

/** What was announced, signed, decided or discussed there, each under its relation. */
function Agreements({ event }: { event: Event }) {
  const relations = [...new Set(event.agreements.map(({ relation }) => relation))];
  return (
    <Section title={<FormattedMessage id="events.agreements" />}>
      {relations.length === 0 && (
        <p className="muted">
          <FormattedMessage id="events.noAgreement" />
        </p>
      )}
      <dl className="pairs">
        {relations.map((relation) => (
          <div key={relation} className="pair">
            <dt>
              <FormattedMessage id={`event.relation.${relation}`} />
            </dt>
            <dd>
              <ul>
                {event.agreements
                  .filter((one) => one.relation === relation)
                  .map((one) => (
                    <li key={one.reference}>
                      <Link to="/agreements/$reference" params={{ reference: one.reference }}>
                        <Title of={one} />
                      </Link>
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
