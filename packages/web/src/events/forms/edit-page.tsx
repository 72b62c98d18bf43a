// An event as it is written: its parts, who took part, which agreements it concerned, what it decided.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Title } from "../../agreements/agreement-words.tsx";
import { Section } from "../../agreements/section.tsx";
import { event as eventQuery } from "../../api/events.ts";
import type { Event } from "../../api/read.ts";
import { useRightsAt } from "../../api/rights.ts";
import { Failure } from "../../app/failure.tsx";
import { Page } from "../../app/page.tsx";
import { useBelongsTo } from "../../app/shown-space.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { Allowed } from "../../form/allowed.tsx";
import { Name } from "../../language/figures.tsx";
import { Decisions, EventSources, Participants, Parts } from "../event-parts.tsx";
import { EventName } from "../event-words.tsx";
import { AddDecision, AddPart, AddParticipant, ConcernAgreement } from "./add-to-event.tsx";
import { CiteEvent } from "./cite-event.tsx";
import { SayInArabic } from "./say-in-arabic.tsx";
import { SayInEnglish } from "./say-in-english.tsx";
import "../../agreements/agreement.css";
import "../../agreements/forms/agreement-forms.css";
import "../events.css";

export function EditEventPage() {
  const intl = useIntl();
  const { reference } = useParams({ from: "/events/$reference/edit" });
  const { data, error, refetch } = useQuery(eventQuery(reference));
  const { may, isKnown } = useRightsAt({ event: reference });
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || !isKnown) return <Waiting lines={10} />;
  return (
    <Page
      title={<EventName event={data} />}
      name={`${intl.formatMessage({ id: "agreementForm.edit" })} · ${reference}`}
      lead={
        <>
          <Name>{reference}</Name> ·{" "}
          <Link to="/events/$reference" params={{ reference }}>
            <FormattedMessage id="eventForm.back" />
          </Link>
        </>
      }
    >
      <Allowed is={may("meetings.edit")}>
        <EventParts event={data} />
      </Allowed>
    </Page>
  );
}

function EventParts({ event }: { event: Event }) {
  return (
    <div className="agreement-side">
      <Section title={<FormattedMessage id="events.parts" />}>
        <Parts event={event} />
        <AddPart event={event} />
      </Section>
      <Section title={<FormattedMessage id="events.participants" />}>
        <Participants event={event} />
        <AddParticipant event={event} />
      </Section>
      <Section title={<FormattedMessage id="eventForm.agreements" />}>
        <ul>
          {event.agreements.map((one) => (
            <li key={`${one.relation} ${one.reference}`}>
              <FormattedMessage id={`event.relation.${one.relation}`} /> · <Title of={one} />
            </li>
          ))}
        </ul>
        <ConcernAgreement event={event} />
      </Section>
      <Section title={<FormattedMessage id="events.decisions" />}>
        <Decisions event={event} />
        <AddDecision event={event} />
      </Section>
      <Section
        title={<FormattedMessage id="eventForm.arabic" />}
        note={event.nameAr && <bdi>{event.nameAr}</bdi>}
      >
        <SayInArabic event={event} />
      </Section>
      <Section
        title={<FormattedMessage id="eventForm.english" />}
        note={event.nameEn && <bdi lang="en">{event.nameEn}</bdi>}
      >
        <SayInEnglish event={event} />
      </Section>
      <Section title={<FormattedMessage id="events.words" />}>
        <EventSources event={event} />
        <CiteEvent event={event} />
      </Section>
    </div>
  );
}
