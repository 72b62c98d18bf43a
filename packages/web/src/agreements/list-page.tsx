// All agreements of a space: filtered, sorted and paged by the address, so that every view can be sent to somebody.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { agreements } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { Failure } from "../app/failure.tsx";
import { Gathered } from "../app/gathered.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ViewSwitch } from "../board/view-switch.tsx";
import { ListTable } from "../table/list-table.tsx";
import { inTreeOrder } from "./in-tree-order.ts";
import type { ListSearch } from "./list-address.ts";
import { useListColumns } from "./list-columns.tsx";
import { ListExport } from "./list-export.tsx";
import { ListFilters } from "./list-filters.tsx";
import { OpenAgreementLink } from "./open-agreement-link.tsx";

const pageSize = 50;

export function ListPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/agreements" });
  const navigate = useNavigate({ from: "/agreements" });
  const { text, kind, state, region, sort = "recorded", direction = "asc", offset = 0, open } = search;
  const space: Space = search.space ?? "real";
  const query = { space, text, kind, state, region, sort, direction, offset, limit: pageSize };
  const { data, error, refetch } = useQuery(agreements(query));
  const change = (part: Partial<ListSearch>) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...part }), replace: true });
  const tree = useMemo(
    () =>
      new Map(
        inTreeOrder(data?.agreements ?? [], sort === "recorded").map((one) => [one.agreement, one.depth]),
      ),
    [data, sort],
  );
  const rows = useMemo(() => [...tree.keys()], [tree]);
  const lines = useListColumns(space, data?.agreements ?? []);
  const name = intl.formatMessage({ id: "shell.agreements" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id={`list.lead.${space}`} />}>
      <div className="list-head">
        <ViewSwitch shown="list" search={search} />
        <OpenAgreementLink />
      </div>
      <ListFilters search={search} onChange={change} />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {data && lines.error && <Failure error={lines.error} reset={lines.retry} />}
      {!data && !error && <Waiting />}
      {data && (
        <Gathered>
          <ListTable
            name="agreements"
            caption={name}
            columns={lines.columns}
            rows={rows}
            keyOf={(agreement) => agreement.id}
            depthOf={(agreement) => tree.get(agreement) ?? 0}
            {...{ sort, direction, offset }}
            named="desc"
            total={data.total}
            limit={pageSize}
            onChange={change}
            whenEmpty={<WhyEmpty isFiltered={Boolean(text ?? kind ?? state ?? region)} />}
            tools={(shown) => <ListExport query={query} shown={shown} isTree={sort === "recorded"} />}
          />
        </Gathered>
      )}
      <OpenedBeside open={open} when={{}} />
    </Page>
  );
}

function WhyEmpty({ isFiltered }: { isFiltered: boolean }) {
  return <FormattedMessage id={isFiltered ? "list.emptyFiltered" : "list.empty"} />;
}
