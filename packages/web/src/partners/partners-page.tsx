// Every organisation of the register, with what there is between it and the agency.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type PartnersQuery, partners } from "../api/partners.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ListExport } from "../export/list-export.tsx";
import { ListTable } from "../table/list-table.tsx";
import type { PartnersSearch } from "./address.ts";
import { usePartnerColumns } from "./partner-columns.tsx";
import { PartnersFilters } from "./partners-filters.tsx";
import "../agreements/list.css";

const pageSize = 50;

export function PartnersPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/partners" });
  const navigate = useNavigate({ from: "/partners" });
  const space = useShownSpace();
  const { text, kind, region, sort = "name", direction = "asc", offset = 0 } = search;
  const query: PartnersQuery = { space, text, kind: kind as PartnersQuery["kind"], region, sort, direction };
  const { data, error, refetch } = useQuery(partners({ ...query, offset, limit: pageSize }));
  const columns = usePartnerColumns(space);
  const client = useQueryClient();
  const readPage = async (limit: number, at: number) => {
    const page = await client.fetchQuery(partners({ ...query, limit, offset: at }));
    return { total: page.total, rows: page.partners };
  };
  const change = (part: Partial<PartnersSearch>) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...part }), replace: true });
  const name = intl.formatMessage({ id: "partners.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="partners.lead" />}>
      <PartnersFilters search={search} onChange={change} />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <ListTable
          name="partners"
          caption={name}
          columns={columns}
          rows={data.partners}
          keyOf={({ reference }) => reference}
          {...{ sort, direction, offset }}
          named="desc"
          total={data.total}
          limit={pageSize}
          onChange={change}
          whenEmpty={
            <FormattedMessage id={text || kind || region ? "partners.emptyFiltered" : "partners.empty"} />
          }
          tools={(shown) => (
            <ListExport table="partners" caption={name} {...{ space, columns, shown, readPage }} />
          )}
        />
      )}
    </Page>
  );
}
