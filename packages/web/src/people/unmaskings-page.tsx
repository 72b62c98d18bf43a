import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { processings, type Unmasking, unmaskings } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Instant, Name, useLabel } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import "./people.css";
import { AreaTabs } from "./tabs.tsx";

/** Who has seen whose name, when, and what for. */
export function UnmaskingsPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "people.unmaskings" });
  const list = useInfiniteQuery(unmaskings({}));
  const rows = list.data?.pages.flatMap((page) => page.unmaskings);
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="people.unmaskingsLead" />}>
      <AreaTabs />
      {list.error && <Failure error={list.error} reset={() => void list.refetch()} />}
      {!rows && !list.error && <Waiting />}
      {rows && <UnmaskingTable rows={rows} />}
      {list.hasNextPage && (
        <button type="button" className="button" onClick={() => void list.fetchNextPage()}>
          <FormattedMessage id="journal.more" />
        </button>
      )}
    </Page>
  );
}

function UnmaskingTable({ rows }: { rows: readonly Unmasking[] }) {
  const intl = useIntl();
  const label = useLabel();
  const { data } = useQuery(processings());
  const purpose = (code: string) => {
    const found = data?.processings.find((one) => one.code === code);
    return found ? label(found.label) : code;
  };
  const column = (key: string) => intl.formatMessage({ id: `people.unmasking.${key}` });
  const columns: Column<Unmasking>[] = [
    { id: "who", label: column("who"), isName: true, cell: ({ actor }) => <Name>{actor}</Name> },
    { id: "when", label: column("when"), cell: ({ at }) => <Instant value={at} /> },
    {
      id: "whom",
      label: column("whom"),
      cell: ({ subject }) => (
        <Link to="/journal" search={{ subject }}>
          <Name>…{subject.slice(-8)}</Name>
        </Link>
      ),
    },
    { id: "for", label: column("for"), cell: ({ processing }) => purpose(processing) },
    { id: "why", label: column("why"), cell: ({ reason }) => <Name>{reason}</Name> },
  ];
  return (
    <DataTable
      name="unmaskings"
      caption={intl.formatMessage({ id: "people.unmaskings" })}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      whenEmpty={<FormattedMessage id="people.noUnmasking" />}
    />
  );
}
