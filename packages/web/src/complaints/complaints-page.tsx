import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Complaint, complaints } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Instant, Name } from "../language/figures.tsx";
import "../people/people.css";
import { AreaTabs } from "../people/tabs.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { OnPage } from "../table/on-page.tsx";
import { Paging } from "../table/paging.tsx";

/** The complaints, without their words: those are opened one by one, and that is kept. */
export function ComplaintsPage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { offset = 0 } = useSearch({ from: "/complaints" });
  const name = intl.formatMessage({ id: "complaints.title" });
  const { data, error, refetch } = useQuery(complaints({ offset }));
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="complaints.lead" />}
      aside={
        <Link to="/tell" search={{ lang: "ar" }} className="not-printed">
          <FormattedMessage id="complaints.publicForm" />
        </Link>
      }
    >
      <AreaTabs />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <OnPage
          offset={offset}
          rows={data.complaints.length}
          onFirst={() =>
            void navigate({ to: ".", search: (before: object) => ({ ...before, offset: undefined }) })
          }
        >
          <ComplaintTable rows={data.complaints} />
          <Paging
            total={data.total}
            offset={offset}
            limit={50}
            onPage={(next) =>
              void navigate({ to: ".", search: (before: object) => ({ ...before, offset: next }) })
            }
          />
        </OnPage>
      )}
    </Page>
  );
}

const languages = { ar: "العربية", fr: "Français", en: "English" };

function ComplaintTable({ rows }: { rows: readonly Complaint[] }) {
  const intl = useIntl();
  const column = (key: string) => intl.formatMessage({ id: `complaints.column.${key}` });
  const columns: Column<Complaint>[] = [
    {
      id: "number",
      label: column("number"),
      isName: true,
      cell: ({ number }) => (
        <Link to="/complaints/$number" params={{ number }}>
          <Name>{number}</Name>
        </Link>
      ),
    },
    { id: "received", label: column("received"), cell: ({ receivedAt }) => <Instant value={receivedAt} /> },
    { id: "language", label: column("language"), cell: ({ language }) => languages[language] },
    {
      id: "state",
      label: column("state"),
      cell: ({ state, decision }) => (
        <>
          <FormattedMessage id={`complaints.state.${state}`} />
          {decision && (
            <>
              {" · "}
              <FormattedMessage id={`complaints.decision.${decision}`} />
            </>
          )}
        </>
      ),
    },
    { id: "additions", label: column("additions"), isNumber: true, cell: ({ additions }) => additions },
  ];
  return (
    <DataTable
      name="complaints"
      caption={intl.formatMessage({ id: "complaints.title" })}
      columns={columns}
      rows={rows}
      keyOf={({ number }) => number}
      whenEmpty={<FormattedMessage id="complaints.none" />}
    />
  );
}
