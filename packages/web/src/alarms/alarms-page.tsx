// Everything that should have happened and did not: by cause, region and agreement, each with where one acts on it.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type AlarmsQuery, alarms } from "../api/alarms.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ListExport } from "../export/list-export.tsx";
import { ListTable } from "../table/list-table.tsx";
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
  const client = useQueryClient();
  const readPage = async (limit: number, at: number) => {
    const page = await client.fetchQuery(alarms({ ...query, limit, offset: at }));
    return { total: page.total, rows: page.alarms };
  };
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
          <ListTable
            name="alarms"
            caption={name}
            columns={columns}
            rows={data.alarms}
            keyOf={(one) => `${one.kind} ${one.agreement} ${one.subject} ${one.dueOn} ${one.place}`}
            {...{ sort, direction, offset }}
            named="desc"
            total={data.total}
            limit={pageSize}
            onChange={change}
            whenEmpty={
              <FormattedMessage id={kind || region || agreement ? "alarms.emptyFiltered" : "alarms.empty"} />
            }
            tools={(shown) => (
              <ListExport table="alarms" caption={name} {...{ space, columns, shown, readPage }} />
            )}
          />
          <TermsSection />
        </>
      )}
    </Page>
  );
}
