// Money that moved on a row that names no party: it is no funder's, and is not left out. With the funders' figures it makes
// up all that moved.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Title, useTitle } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import type { NotAttributed as Nobodys, NotAttributedRow } from "../api/funders.ts";
import type { Space } from "../app/address.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { Money as Amount, Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { useMoneyColumns } from "./money-columns.tsx";

const steps = ["called", "paid", "justified"] as const;

export function NotAttributed({ of, space }: { of: Nobodys; space: Space }) {
  const intl = useIntl();
  const columns = useColumns(of);
  if (of.rows.length === 0) return null;
  const caption = intl.formatMessage({ id: "funders.notAttributed" });
  const simulated = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <Section title={caption} anchor="not-attributed">
      <p className="muted">
        <FormattedMessage id="funders.notAttributed.why" />
      </p>
      <DataTable
        name="not-attributed"
        caption={caption}
        columns={columns}
        rows={of.rows}
        keyOf={(row) => row.contribution}
        whenEmpty={null}
        tools={(shown) => (
          <ExportMenu
            table="not-attributed"
            caption={caption}
            space={space}
            read={async () => sheetOf(columns, shown, of.rows, simulated)}
          />
        )}
      />
      <ul className="together-lines">
        {of.money.flatMap((money) =>
          steps
            .filter((step) => Number(money[step]) !== 0)
            .map((step) => (
              <li key={`${money.currency} ${step}`}>
                <FormattedMessage
                  id={`funders.notAttributed.${step}`}
                  values={{ amount: <Amount amount={money[step]} currency={money.currency} /> }}
                />
              </li>
            )),
        )}
      </ul>
    </Section>
  );
}

function useColumns(of: Nobodys): Column<NotAttributedRow>[] {
  const intl = useIntl();
  const titleOf = useTitle();
  const money = useMoneyColumns<NotAttributedRow>(
    (row) => [{ ...row, promised: null, estimated: false }],
    of.money.map(({ currency }) => currency),
  ).filter(({ id }) => id !== "promised");
  const roleOf = ({ role }: NotAttributedRow) => intl.formatMessage({ id: `funders.role.${role}` });
  return [
    {
      id: "agreement",
      label: intl.formatMessage({ id: "funders.column.agreement" }),
      isName: true,
      cell: (row) => (
        <>
          <Link
            to="/agreements/$reference/money/$number"
            params={{ reference: row.agreement, number: row.contribution.split("/")[1] ?? "" }}
          >
            <Title of={row} />
          </Link>
          <RowOf role={row.role} purpose={row.purpose} />
        </>
      ),
      values: [
        { label: intl.formatMessage({ id: "funders.column.agreement" }), of: titleOf },
        { label: intl.formatMessage({ id: "funders.column.contribution" }), of: (row) => row.contribution },
        { label: intl.formatMessage({ id: "funders.column.row" }), of: roleOf },
      ],
    },
    ...money,
  ];
}

/** On which row of the agreement's money it stands. */
export function RowOf({ role, purpose }: Pick<NotAttributedRow, "role" | "purpose">) {
  return (
    <span className="small muted">
      {" · "}
      <FormattedMessage id={`funders.role.${role}`} />
      {purpose && (
        <>
          {" · "}
          <Name>{purpose}</Name>
        </>
      )}
    </span>
  );
}
