import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Title } from "../agreements/agreement-words.tsx";
import type { ListedEvent } from "../api/events.ts";
import { Name, usePartialDay } from "../language/figures.tsx";
import { EventName, useEventPlace } from "./event-words.tsx";

/** The events under their months, the latest first; those without a month or a year stand at the end. */
export function ByMonth({ events }: { events: readonly ListedEvent[] }) {
  const months = Map.groupBy(events, ({ date: { year, month } }) =>
    year === null ? "" : `${year}-${String(month ?? 0).padStart(2, "0")}`,
  );
  return [...months].map(([month, held]) => (
    <section key={month} className="month" aria-labelledby={`month-${month}`}>
      <h2 id={`month-${month}`}>
        <MonthName month={month} />
      </h2>
      <ul className="row-list">
        {held.map((event) => (
          <li key={event.id} className="month-event">
            <Held event={event} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function MonthName({ month }: { month: string }) {
  const intl = useIntl();
  if (month === "") return <FormattedMessage id="events.noYear" />;
  const [year = "", number = ""] = month.split("-");
  if (number === "00") return year;
  return intl.formatDate(`${month}-15T12:00:00Z`, { year: "numeric", month: "long", timeZone: "UTC" });
}

function Held({ event }: { event: ListedEvent }) {
  const partialDay = usePartialDay();
  const place = useEventPlace()(event);
  const day = event.dateText ?? partialDay(event.date);
  return (
    <>
      <p className="month-day muted">{day ?? <FormattedMessage id="events.noDay" />}</p>
      <div>
        <Link to="/events/$reference" params={{ reference: event.reference }}>
          <EventName event={event} />
        </Link>
        {event.about.map((one) => (
          <p key={one.reference} className="small">
            <Title of={one} />
          </p>
        ))}
        <p className="small muted">
          <FormattedMessage id={`event.kind.${event.kind}`} />
          {place && (
            <>
              {" · "}
              <Name>{place}</Name>
            </>
          )}
          <WhatCame event={event} />
        </p>
      </div>
    </>
  );
}

/** What came of it, as far as it came to anything. */
function WhatCame({ event }: { event: ListedEvent }) {
  const intl = useIntl();
  const told = (["parts", "participants", "signed", "decisions", "openDecisions"] as const).flatMap((of) =>
    event[of] > 0 ? [intl.formatMessage({ id: `events.came.${of}` }, { count: event[of] })] : [],
  );
  return told.map((one) => ` · ${one}`).join("");
}
