import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { ListedEvent } from "../api/events.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Space } from "../app/address.ts";
import { Count, Name, usePartialDay } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";
import { EventName, useEventName, useEventPlace } from "./event-words.tsx";

export function useEventColumns(space: Space): Column<ListedEvent>[] {
  const intl = useIntl();
  const partialDay = usePartialDay();
  const placeOf = useEventPlace();
  const nameOf = useOrganisationName(space);
  const label = (key: string) => intl.formatMessage({ id: `events.column.${key}` });
  const kind = (event: ListedEvent) => intl.formatMessage({ id: `event.kind.${event.kind}` });
  const noDay = intl.formatMessage({ id: "events.noDay" });
  const day = (event: ListedEvent) => event.dateText ?? partialDay(event.date);
  const organisers = (event: ListedEvent) => [...new Set(event.organisers.map(nameOf))].join(" · ");
  const count = (
    id: "signed" | "agreements" | "decisions" | "openDecisions",
    hidden = false,
  ): Column<ListedEvent> => ({
    ...{ id, label: label(id), isNumber: true, atFirstHidden: hidden },
    cell: (event) => <Count value={event[id]} />,
    value: (event) => event[id],
  });
  const called = useEventName();
  return [
    {
      ...{ id: "name", label: label("name"), isName: true, sortsAs: "name" },
      cell: (event) => (
        <span className="list-title">
          <Link to="/events/$reference" params={{ reference: event.reference }}>
            <EventName event={event} />
          </Link>
          <span className="small muted">
            <Name>{event.reference}</Name>
          </span>
        </span>
      ),
      values: [
        { label: label("name"), of: (event) => called(event) ?? kind(event) },
        { label: label("reference"), of: ({ reference }) => reference },
      ],
    },
    {
      ...{ id: "kind", label: label("kind"), sortsAs: "kind" },
      cell: ({ kind: of }) => <FormattedMessage id={`event.kind.${of}`} />,
      value: kind,
    },
    {
      ...{ id: "date", label: label("date"), sortsAs: "date" },
      cell: (event) => day(event) ?? <span className="muted">{noDay}</span>,
      value: day,
    },
    { id: "place", label: label("place"), cell: (event) => <Name>{placeOf(event)}</Name>, value: placeOf },
    {
      ...{ id: "organisers", label: label("organisers"), atFirstHidden: true },
      cell: (event) => <Name>{organisers(event)}</Name>,
      value: organisers,
    },
    count("signed"),
    count("agreements", true),
    count("decisions"),
    count("openDecisions"),
  ];
}
