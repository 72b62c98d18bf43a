import { useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { type EventsQuery, events, type ListedEvent } from "../api/events.ts";
import { everyPage } from "../export/every-page.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { useEventColumns } from "./event-columns.tsx";

/** Every event that passes the filters, with the columns that are shown. */
export function EventsExport({ query, shown }: { query: EventsQuery; shown: ReadonlySet<string> }) {
  const intl = useIntl();
  const client = useQueryClient();
  const columns = useEventColumns(query.space);
  const read = async () => {
    const found = await everyPage<ListedEvent>(async (limit, offset) => {
      const page = await client.fetchQuery(events({ ...query, limit, offset }));
      return { total: page.total, rows: page.events };
    });
    const mark = query.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
    return sheetOf(columns, shown, found, mark);
  };
  const caption = intl.formatMessage({ id: "events.title" });
  return <ExportMenu table="events" caption={caption} space={query.space} read={read} />;
}
