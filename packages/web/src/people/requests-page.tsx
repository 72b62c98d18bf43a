import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type PersonRequest, personRequests } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { OnPage } from "../table/on-page.tsx";
import { Paging } from "../table/paging.tsx";
import { NewRequest } from "./new-request.tsx";
import { AreaTabs } from "./tabs.tsx";

/** What persons ask about their data, those that wait first. */
export function RequestsPage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const space = useShownSpace();
  const { offset = 0 } = useSearch({ from: "/people/requests" });
  const name = intl.formatMessage({ id: "people.requests" });
  const { data, error, refetch } = useQuery(personRequests({ space, offset }));
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="people.requestsLead" />}
      aside={<ToDeadlines />}
    >
      <AreaTabs />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          {data.overdue > 0 && (
            <p className="late-mark late-line">
              <FormattedMessage id="people.overdue" values={{ count: data.overdue }} />
            </p>
          )}
          <OnPage
            offset={offset}
            rows={data.requests.length}
            onFirst={() =>
              void navigate({ to: ".", search: (before: object) => ({ ...before, offset: undefined }) })
            }
          >
            <RequestTable requests={data.requests} />
            <Paging
              total={data.total}
              offset={offset}
              limit={50}
              onPage={(next) =>
                void navigate({ to: ".", search: (before: object) => ({ ...before, offset: next }) })
              }
            />
          </OnPage>
        </>
      )}
      <section className="later-section">
        <h2>
          <FormattedMessage id="people.newRequest" />
        </h2>
        <NewRequest />
      </section>
    </Page>
  );
}

function ToDeadlines() {
  return (
    <Link to="/people/deadlines" className="button not-printed">
      <FormattedMessage id="people.deadlines" />
    </Link>
  );
}

function RequestTable({ requests }: { requests: readonly PersonRequest[] }) {
  const intl = useIntl();
  const column = (key: string) => intl.formatMessage({ id: `people.column.${key}` });
  const columns: Column<PersonRequest>[] = [
    {
      id: "number",
      label: column("number"),
      isName: true,
      cell: ({ number }) => (
        <Link to="/people/requests/$number" params={{ number }}>
          <Name>{number}</Name>
        </Link>
      ),
    },
    {
      id: "kind",
      label: column("kind"),
      cell: ({ kind }) => <FormattedMessage id={`people.kind.${kind}`} />,
    },
    { id: "received", label: column("received"), cell: ({ receivedOn }) => <Day value={receivedOn} /> },
    { id: "deadline", label: column("deadline"), cell: (one) => <Deadline request={one} /> },
    { id: "state", label: column("state"), cell: (one) => <RequestState request={one} /> },
  ];
  return (
    <DataTable
      name="person-requests"
      caption={intl.formatMessage({ id: "people.requests" })}
      columns={columns}
      rows={requests}
      keyOf={({ number }) => number}
      whenEmpty={<FormattedMessage id="people.noRequest" />}
    />
  );
}

export function Deadline({ request }: { request: Pick<PersonRequest, "deadline" | "isOverdue" | "doneOn"> }) {
  return (
    <span className={request.isOverdue ? "late-mark" : undefined}>
      <Day value={request.deadline} />
      {request.isOverdue && (
        <>
          {" · "}
          <FormattedMessage id={request.doneOn ? "people.doneLate" : "people.late"} />
        </>
      )}
    </span>
  );
}

export function RequestState({ request }: { request: Pick<PersonRequest, "state" | "decision"> }) {
  return (
    <>
      <FormattedMessage id={`people.state.${request.state}`} />
      {request.decision && (
        <>
          {" · "}
          <FormattedMessage id={`people.decision.${request.decision}`} />
        </>
      )}
    </>
  );
}
