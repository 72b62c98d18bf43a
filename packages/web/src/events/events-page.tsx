// Seminars, assizes, visits, committees: month by month, or as a table with the same filters.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type EventsQuery, events } from "../api/events.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ListExport } from "../export/list-export.tsx";
import { ListTable } from "../table/list-table.tsx";
import { OnPage } from "../table/on-page.tsx";
import { Paging } from "../table/paging.tsx";
import type { EventsSearch } from "./address.ts";
import { ByMonth } from "./by-month.tsx";
import { useEventColumns } from "./event-columns.tsx";
import { EventFilters } from "./event-filters.tsx";
import { HoldEventLink } from "./forms/event-links.tsx";
import "../agreements/forms/life.css";
import "../agreements/list.css";
import "../board/view-switch.css";
import "../form/form.css";
import "./events.css";

const pageSize = 50;

export function EventsPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/events" });
  const navigate = useNavigate({ from: "/events" });
  const space = useShownSpace();
  const { text, kind, as, sort = "date", direction = "desc", offset = 0 } = search;
  const query: EventsQuery = as === "table" ? { space, text, kind, sort, direction } : { space, text, kind };
  const { data, error, refetch } = useQuery(events({ ...query, limit: pageSize, offset }));
  const columns = useEventColumns(space);
  const client = useQueryClient();
  const readPage = async (limit: number, at: number) => {
    const page = await client.fetchQuery(events({ ...query, limit, offset: at }));
    return { total: page.total, rows: page.events };
  };
  const change = (part: Partial<EventsSearch>) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...part }), replace: true });
  const name = intl.formatMessage({ id: "events.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="events.lead" />}>
      <div className="list-head">
        <Views search={search} />
        <HoldEventLink />
      </div>
      <EventFilters search={search} onChange={change} />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={8} />}
      {data &&
        (as === "table" || data.events.length === 0 ? (
          <ListTable
            name="events"
            caption={name}
            columns={columns}
            rows={data.events}
            keyOf={({ id }) => id}
            {...{ sort, direction, offset }}
            named="asc"
            total={data.total}
            limit={pageSize}
            onChange={change}
            whenEmpty={<FormattedMessage id={text || kind ? "events.emptyFiltered" : "events.empty"} />}
            tools={(shown) => (
              <ListExport table="events" caption={name} {...{ space, columns, shown, readPage }} />
            )}
          />
        ) : (
          <OnPage offset={offset} rows={data.events.length} onFirst={() => change({ offset: undefined })}>
            <ByMonth events={data.events} />
            <Paging
              total={data.total}
              offset={offset}
              limit={pageSize}
              onPage={(next) => change({ offset: next || undefined })}
            />
          </OnPage>
        ))}
    </Page>
  );
}

function Views({ search: { text, kind, as } }: { search: EventsSearch }) {
  const intl = useIntl();
  const views = [undefined, "table"] as const;
  return (
    <nav className="view-switch not-printed" aria-label={intl.formatMessage({ id: "board.views" })}>
      {views.map((view) => (
        <Link
          key={view ?? "months"}
          to="/events"
          search={{ text, kind, as: view }}
          activeOptions={{ exact: true, includeSearch: true }}
          data-shown={view === as || undefined}
        >
          <FormattedMessage id={view ? "board.list" : "events.months"} />
        </Link>
      ))}
    </nav>
  );
}
