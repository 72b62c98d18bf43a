import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { useOrganisationName } from "../api/organisations.ts";
import { type Agreement, agreementEvents, type Event } from "../api/read.ts";
import { useOpen } from "../app/opened.ts";
import { Day, Name, usePartialDay } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { Section } from "./section.tsx";
import { FiguresAtEvent } from "./stated-figures-section.tsx";

/** Where it was announced or signed: the event, its parts, who chaired and who attended, what was decided. */
export function EventsSection({ agreement }: { agreement: Agreement }) {
  const { data } = useQuery(agreementEvents(agreement.reference));
  if (!data || data.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="agreement.events" />}>
      {data.map((event) => (
        <OneEvent key={event.id} event={event} agreement={agreement.reference} />
      ))}
    </Section>
  );
}

function OneEvent({ event, agreement }: { event: Event; agreement: string }) {
  const partialDay = usePartialDay();
  const locale = useLocale();
  const place = event.territory
    ? locale === "ar"
      ? event.territory.ar
      : event.territory.fr
    : event.placeText;
  const relations = event.agreements.filter(({ reference }) => reference === agreement);
  const day = event.dateText ?? partialDay(event.date);
  return (
    <div className="event">
      <h3>{event.name ? <Name>{event.name}</Name> : <FormattedMessage id={`event.kind.${event.kind}`} />}</h3>
      <p className="small muted">
        {relations.map(({ relation }) => (
          <span key={relation}>
            <FormattedMessage id={`event.relation.${relation}`} />
            {" · "}
          </span>
        ))}
        <FormattedMessage id={`event.kind.${event.kind}`} />
        {day && <> · {day}</>}
        {place && (
          <>
            {" · "}
            <Name>{place}</Name>
          </>
        )}
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

function Parts({ event }: { event: Event }) {
  const nameOf = useOrganisationName(event.space);
  if (event.parts.length === 0) return null;
  return (
    <ul className="small indented">
      {event.parts.map((part) => (
        <li key={part.id}>
          <FormattedMessage id={`event.part.${part.kind}`} />
          {part.topic && (
            <>
              {": "}
              <Name>{part.topic}</Name>
            </>
          )}
          {part.topicInferred && (
            <span className="muted">
              {" "}
              <FormattedMessage id="event.topicInferred" />
            </span>
          )}
          {part.host && (
            <>
              {" · "}
              <Name>{nameOf(part.host)}</Name>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What was said to be on the table, whether or not a part of the event is named for it. */
function Topics({ event }: { event: Event }) {
  if (event.topics.length === 0) return null;
  return (
    <details className="small">
      <summary className="muted">
        <FormattedMessage id="event.topics" values={{ count: event.topics.length }} />
      </summary>
      <ul className="indented">
        {event.topics.map((topic) => (
          <li key={topic.id}>
            <Name>{topic.label}</Name>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Participants({ event }: { event: Event }) {
  const roles = [...new Set(event.participants.map(({ role }) => role))];
  return (
    <dl className="pairs small">
      {roles.map((role) => (
        <div key={role} className="pair">
          <dt>
            <FormattedMessage id={`event.role.${role}`} />
          </dt>
          <dd>
            <ul>
              {event.participants
                .filter((participant) => participant.role === role)
                .map((participant) => (
                  <li key={participant.id}>
                    <Participant participant={participant} space={event.space} />
                  </li>
                ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Participant({
  participant,
  space,
}: {
  participant: Event["participants"][number];
  space: Event["space"];
}) {
  const nameOf = useOrganisationName(space);
  const { person, organisation, category, headcount } = participant;
  if (person) {
    return (
      <>
        {person.name && <Name>{person.name}</Name>}
        {person.name && " · "}
        <Name>{person.function}</Name>
        {" · "}
        <span className="muted">
          <Name>{person.organisation}</Name>
        </span>
      </>
    );
  }
  return (
    <>
      <Name>{organisation ? nameOf(organisation) : category}</Name>
      {headcount !== null && <> ({headcount})</>}
    </>
  );
}

function Decisions({ event }: { event: Event }) {
  if (event.decisions.length === 0) return null;
  return (
    <ul className="small indented">
      {event.decisions.map((decision) => (
        <li key={decision.id}>
          <FormattedMessage id="event.decision" values={{ decision: <Name>{decision.decision}</Name> }} />
          {decision.dueOn && (
            <>
              {" · "}
              <Day value={decision.dueOn} />
            </>
          )}
          {decision.leadsTo && (
            <>
              {" → "}
              <Name>{decision.leadsTo}</Name>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function EventSources({ event }: { event: Event }) {
  const open = useOpen();
  const passages = new Map(event.sources.map((source) => [source.passage.id, source]));
  const documents = new Map([...passages.values()].map((source) => [source.document, source]));
  return (
    <p className="quote-foot not-printed">
      {[...documents.values()].map((source) => (
        <button
          key={source.document}
          type="button"
          className="figure small"
          onClick={() => open({ kind: "words", document: source.document, passage: source.passage.id })}
        >
          <Name>{source.title}</Name>
        </button>
      ))}
    </p>
  );
}
