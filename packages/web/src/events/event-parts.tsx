// What an event consisted of: its parts, topics, people, decisions, and the words that tell of it.
import { Link } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { useOrganisationName } from "../api/organisations.ts";
import type { Event } from "../api/read.ts";
import { useOpen } from "../app/opened.ts";
import { Colon, Day, Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

export function Parts({ event }: { event: Event }) {
  const nameOf = useOrganisationName(event.space);
  const locale = useLocale();
  if (event.parts.length === 0) return null;
  return (
    <ul className="small indented">
      {event.parts.map((part) => (
        <li key={part.id}>
          <FormattedMessage id={`event.part.${part.kind}`} />
          {part.topic && (
            <>
              <Colon />
              <Name>{(locale === "ar" ? part.topicAr : null) ?? part.topic}</Name>
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
export function Topics({ event }: { event: Event }) {
  const locale = useLocale();
  if (event.topics.length === 0) return null;
  return (
    <details className="small">
      <summary className="muted">
        <FormattedMessage id="event.topics" values={{ count: event.topics.length }} />
      </summary>
      <ul className="indented">
        {event.topics.map((topic) => (
          <li key={topic.id}>
            <Name>{(locale === "ar" ? topic.labelAr : null) ?? topic.label}</Name>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Participants({ event }: { event: Event }) {
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
              {onceEach(event.participants.filter((one) => one.role === role)).map((participant) => (
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

/** Who took part in several parts of the event is named once. */
const onceEach = (participants: Event["participants"]) =>
  [
    ...new Map(
      participants
        .toReversed()
        .map((one) => [JSON.stringify([one.person, one.organisation, one.category, one.headcount]), one]),
    ).values(),
  ].toReversed();

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
      {organisation && category && (
        <span className="muted">
          {" · "}
          <Name>{category}</Name>
        </span>
      )}
      {headcount !== null && <> ({headcount})</>}
    </>
  );
}

export function Decisions({ event }: { event: Event }) {
  const nameOf = useOrganisationName(event.space);
  if (event.decisions.length === 0) return null;
  return (
    <ul className="small indented">
      {event.decisions.map((decision) => (
        <li key={decision.id}>
          <FormattedMessage id="event.decision" values={{ decision: <Name>{decision.decision}</Name> }} />
          {decision.owner && (
            <>
              {" · "}
              <Name>{nameOf(decision.owner)}</Name>
            </>
          )}
          {decision.dueOn && (
            <>
              {" · "}
              <Day value={decision.dueOn} />
            </>
          )}
          {decision.doneOn && (
            <>
              {" · "}
              <FormattedMessage id="event.done" values={{ day: <Day value={decision.doneOn} /> }} />
            </>
          )}
          {decision.leadsTo && (
            <>
              {" → "}
              <Link to="/agreements/$reference" params={{ reference: decision.leadsTo }}>
                <Name>{decision.leadsTo}</Name>
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

export function EventSources({ event }: { event: Event }) {
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
