import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { type Agreement, agreementEvents, type Event } from "../api/read.ts";
import { Decisions, EventSources, Participants, Parts, Topics } from "../events/event-parts.tsx";
import { EventName, useEventPlace } from "../events/event-words.tsx";
import { Name, usePartialDay } from "../language/figures.tsx";
import { Section } from "./section.tsx";
import { FiguresAtEvent } from "./stated-figures-section.tsx";

/**
 * Where it was announced or signed: the event, its parts, who chaired and who attended, what was decided. What the events
 * were to it, and of which kind, is said once over those that share it.
 */
export function EventsSection({ agreement }: { agreement: Agreement }) {
  const { data } = useQuery(agreementEvents(agreement.reference));
  if (!data || data.length === 0) return null;
  const relationsOf = (event: Event) => [
    ...new Set(
      event.agreements
        .filter(({ reference }) => reference === agreement.reference)
        .map(({ relation }) => relation),
    ),
  ];
  const groups = Map.groupBy(data, (event) => [...relationsOf(event), event.kind].join(" "));
  return (
    <Section title={<FormattedMessage id="agreement.events" />}>
      {[...groups].map(([key, events]) => (
        <div key={key} className="event-group">
          {events[0] && <WhatItWas relations={relationsOf(events[0])} kind={events[0].kind} />}
          {events.map((event) => (
            <OneEvent key={event.id} event={event} />
          ))}
        </div>
      ))}
    </Section>
  );
}

interface WhatItWasProps {
  readonly relations: readonly Event["agreements"][number]["relation"][];
  readonly kind: Event["kind"];
}

function WhatItWas({ relations, kind }: WhatItWasProps) {
  return (
    <p className="small muted">
      {relations.map((relation) => (
        <span key={relation}>
          <FormattedMessage id={`event.relation.${relation}`} />
          {" · "}
        </span>
      ))}
      <FormattedMessage id={`event.kind.${kind}`} />
    </p>
  );
}

function OneEvent({ event }: { event: Event }) {
  const partialDay = usePartialDay();
  const place = useEventPlace()(event);
  const day = event.dateText ?? partialDay(event.date);
  return (
    <div className="event">
      <h3>
        <Link to="/events/$reference" params={{ reference: event.reference }}>
          <EventName event={event} />
        </Link>
      </h3>
      <p className="small muted">
        {day}
        {day && place && " · "}
        {place && <Name>{place}</Name>}
      </p>
      <Parts event={event} />
      <Topics event={event} />
      <Participants event={event} />
      <Decisions event={event} />
      <FiguresAtEvent eventId={event.id} space={event.space} />
      <EventSources event={event} />
    </div>
  );
}
