// The committee files that were prepared and the questions that were answered, the last first.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { type ListedPaper, type PaperKind, papers, papersOnPage } from "../api/papers.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ActorName, Count, Day, Instant, Name, useLabel } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { OnPage } from "../table/on-page.tsx";
import { Paging } from "../table/paging.tsx";
import "../form/form.css";
import "./papers.css";

export function PapersPage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { offset = 0, kind = "committee" } = useSearch({ from: "/papers" });
  const { data, error, refetch } = useQuery(papers(useShownSpace(), kind, offset));
  const name = intl.formatMessage({ id: `paper.list.${kind}` });
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id={`paper.listLead.${kind}`} />}
      aside={<PrepareLink kind={kind} />}
    >
      <KindTabs />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {data && (
        <OnPage
          offset={offset}
          rows={data.papers.length}
          onFirst={() =>
            void navigate({ to: ".", search: (before: object) => ({ ...before, offset: undefined }) })
          }
        >
          <PaperTable rows={data.papers} kind={kind} />
          {data.total > 0 && (
            <Paging
              total={data.total}
              offset={offset}
              limit={papersOnPage}
              onPage={(next) =>
                void navigate({ to: ".", search: (before: object) => ({ ...before, offset: next }) })
              }
            />
          )}
        </OnPage>
      )}
    </Page>
  );
}

/** What was laid before a committee, and what was answered. */
function KindTabs() {
  const intl = useIntl();
  const space = useShownSpace();
  const shared = space === "simulated" ? { space } : {};
  const active = { exact: true, includeSearch: true };
  return (
    <nav className="area-tabs not-printed" aria-label={intl.formatMessage({ id: "paper.kinds" })}>
      <Link to="/papers" search={shared} activeOptions={active}>
        <FormattedMessage id="paper.list.committee" />
      </Link>
      <Link to="/papers" search={{ ...shared, kind: "answer" }} activeOptions={active}>
        <FormattedMessage id="paper.list.answer" />
      </Link>
    </nav>
  );
}

function PrepareLink({ kind }: { kind: PaperKind }) {
  const space = useShownSpace();
  const { data: who } = useQuery(me());
  if (!may(who, "papers.prepare")) return null;
  return (
    <Link
      to="/papers/new"
      search={{ ...(space === "simulated" && { space }), ...(kind === "answer" && { kind }) }}
      className="button main-button not-printed"
    >
      <FormattedMessage id={`paper.prepare.${kind}`} />
    </Link>
  );
}

function PaperTable({ rows, kind }: { rows: readonly ListedPaper[]; kind: PaperKind }) {
  const intl = useIntl();
  const label = useLabel();
  const column = (key: string) => intl.formatMessage({ id: `paper.column.${key}` });
  const columns: Column<ListedPaper>[] = [
    {
      id: "number",
      label: column("number"),
      isName: true,
      cell: ({ number }) => (
        <Link to="/papers/$number" params={{ number }} className="nowrap">
          <Name>{number}</Name>
        </Link>
      ),
    },
    ...(kind === "answer" ? [questionColumn(column)] : []),
    {
      id: "of",
      label: column("of"),
      cell: ({ of, title }) => (
        <>
          <Name>{label(of.name)}</Name>
          {title && (
            <span className="small muted">
              {" · "}
              <Name>{title}</Name>
            </span>
          )}
        </>
      ),
    },
    { id: "asOf", label: column("asOf"), cell: ({ asOf }) => <Day value={asOf} /> },
    { id: "knownOn", label: column("knownOn"), cell: ({ knownOn }) => <Day value={knownOn} /> },
    {
      id: "agreements",
      label: column("agreements"),
      isNumber: true,
      cell: ({ agreements }) => <Count value={agreements} />,
    },
    { id: "by", label: column("by"), cell: ({ preparedBy }) => <ActorName label={preparedBy} /> },
    { id: "at", label: column("at"), cell: ({ preparedAt }) => <Instant value={preparedAt} /> },
  ];
  return (
    <DataTable
      name="papers"
      caption={intl.formatMessage({ id: `paper.list.${kind}` })}
      columns={columns}
      rows={rows}
      keyOf={({ number }) => number}
      whenEmpty={<FormattedMessage id={`paper.none.${kind}`} />}
    />
  );
}

const questionColumn = (column: (key: string) => string): Column<ListedPaper> => ({
  id: "question",
  label: column("question"),
  isName: true,
  cell: ({ question }) => (
    <>
      <p className="paper-asked">
        <Name>{question?.text}</Name>
      </p>
      <span className="small muted">
        <Name>{question?.askedBy}</Name>
      </span>
    </>
  ),
});
