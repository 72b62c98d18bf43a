// The same cards as a table: what a screen reader, a printer and a spreadsheet-minded reader want.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Title } from "../agreements/agreement-words.tsx";
import { useLines } from "../api/lines.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { AgreementSummary, BoardColumn } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { Day, Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { Lateness } from "./board-card.tsx";

export function BoardTable({ columns, space }: { columns: readonly BoardColumn[]; space: Space }) {
  const intl = useIntl();
  const rows = columns.flatMap(({ agreements }) => agreements);
  return (
    <DataTable
      name="board"
      caption={intl.formatMessage({ id: "board.title" })}
      columns={useBoardTableColumns(rows, space)}
      rows={rows}
      keyOf={(row) => row.id}
      whenEmpty={<FormattedMessage id="list.empty" />}
    />
  );
}

function useBoardTableColumns(rows: readonly AgreementSummary[], space: Space): Column<AgreementSummary>[] {
  const intl = useIntl();
  const nameOf = useOrganisationName(space);
  const lines = useLines(rows.map(({ reference }) => reference));
  const label = (key: string) => intl.formatMessage({ id: `board.column.${key}` });
  return [
    {
      id: "stage",
      label: label("stage"),
      cell: (row) => intl.formatMessage({ id: `core.agreements.column.${row.column}` }),
    },
    {
      id: "title",
      label: intl.formatMessage({ id: "list.column.title" }),
      isName: true,
      cell: (row) => (
        <Link to="/agreements/$reference" params={{ reference: row.reference }}>
          <Title of={row} />
        </Link>
      ),
    },
    { id: "next", label: label("next"), cell: (row) => row.nextAction && <Name>{row.nextAction}</Name> },
    { id: "on", label: label("on"), cell: (row) => row.nextActionOn && <Day value={row.nextActionOn} /> },
    {
      id: "owner",
      label: label("owner"),
      cell: (row) => row.leadOrganisation && <Name>{nameOf(row.leadOrganisation)}</Name>,
    },
    {
      id: "parties",
      label: intl.formatMessage({ id: "list.column.parties" }),
      cell: (row) => <Name>{[...new Set(row.parties.map(nameOf))].join(" · ")}</Name>,
    },
    {
      id: "late",
      label: label("late"),
      cell: (row) => <Lateness agreement={row} line={lines.get(row.reference)} />,
    },
  ];
}
