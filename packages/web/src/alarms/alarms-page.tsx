// Everything that should have happened and did not: by cause, region and agreement, each with where one acts on it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Alarm, type AlarmsQuery, alarms } from "../api/alarms.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { everyPage } from "../export/every-page.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { DataTable } from "../table/data-table.tsx";
import { Paging } from "../table/paging.tsx";
import type { AlarmsSearch } from "./address.ts";
import { useAlarmColumns } from "./alarm-columns.tsx";
import { AlarmsFilters } from "./alarms-filters.tsx";
import { TermsSection } from "./terms-section.tsx";
import "../agreements/list.css";

const pageSize = 50;

export function AlarmsPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/alarms" });
  const navigate = useNavigate({ from: "/alarms" });
  const space = useShownSpace();
  const { kind, region, agreement, sort = "dueOn", direction = "asc", offset = 0 } = search;
  const query: AlarmsQuery = { space, kind, region, agreement, sort, direction };
  const { data, error, refetch } = useQuery(alarms({ ...query, offset, limit: pageSize }));
  const columns = useAlarmColumns(space);
  const change = (part: Partial<AlarmsSearch>) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...part }), replace: true });
  const name = intl.formatMessage({ id: "alarms.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="alarms.lead" />}>
      <AlarmsFilters search={search} counts={data?.counts ?? []} onChange={change} />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <DataTable
            name="alarms"
            caption={name}
            columns={columns}
            rows={data.alarms}
            keyOf={(one) => `${one.kind} ${one.agreement} ${one.subject} ${one.dueOn} ${one.place}`}
            sorting={{ by: sort, descending: direction === "desc" }}
            onSort={({ by, descending }) =>
              change({ sort: by as AlarmsSearch["sort"], direction: descending ? "desc" : undefined })
            }
            whenEmpty={
              <FormattedMessage id={kind || region || agreement ? "alarms.emptyFiltered" : "alarms.empty"} />
            }
            choosesColumns
            tools={(shown) => <AlarmsExport query={query} shown={shown} />}
          />
          <Paging
            total={data.total}
            offset={offset}
            limit={pageSize}
            onPage={(next) => change({ offset: next || undefined })}
          />
          <TermsSection />
        </>
      )}
    </Page>
  );
}

function AlarmsExport({ query, shown }: { query: AlarmsQuery; shown: ReadonlySet<string> }) {
  const intl = useIntl();
  const client = useQueryClient();
  const space = useShownSpace();
  const columns = useAlarmColumns(space);
  const read = async () => {
    const found = await everyPage<Alarm>(async (limit, offset) => {
      const page = await client.fetchQuery(alarms({ ...query, limit, offset }));
      return { total: page.total, rows: page.alarms };
    });
    const mark = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
    return sheetOf(columns, shown, found, mark);
  };
  return (
    <ExportMenu
      table="alarms"
      caption={intl.formatMessage({ id: "alarms.title" })}
      space={space}
      read={read}
    />
  );
}
