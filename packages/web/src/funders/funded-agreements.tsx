import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Title, useTitle } from "../agreements/agreement-words.tsx";
import { Section } from "../agreements/section.tsx";
import type { FundedAgreement, OneFunder } from "../api/funders.ts";
import { useOpen } from "../app/opened.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { Count, NoNumber } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { CountCell, type CountedPart, countOf } from "./count-cell.tsx";
import { useMoneyColumns } from "./money-columns.tsx";
import { RowOf } from "./not-attributed.tsx";

interface FundedProps {
  readonly data: OneFunder;
  readonly indicator: string | undefined;
}

/** The agreements that it funds: the share of the money is stated, and applied to nothing. */
export function FundedAgreements({ data, indicator }: FundedProps) {
  const intl = useIntl();
  const columns = useColumns(data, indicator);
  const caption = intl.formatMessage({ id: "funders.agreements" });
  const simulated = data.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <Section title={caption}>
      <DataTable
        name="funder-agreements"
        caption={caption}
        columns={columns}
        rows={data.agreements}
        keyOf={(row) => row.contribution}
        whenEmpty={null}
        tools={(shown) => (
          <ExportMenu
            table={`funder-${data.funder.reference}`}
            caption={caption}
            space={data.space}
            read={async () => sheetOf(columns, shown, data.agreements, simulated)}
          />
        )}
      />
      <p className="small muted">
        <FormattedMessage id="funders.shareWhy" />
      </p>
    </Section>
  );
}

/** Of the stated total, in hundredths; null where the text states none. */
export function shareOf({ promised, total }: Pick<FundedAgreement, "promised" | "total">): number | null {
  return promised === null || total === null || Number(total) === 0 ? null : Number(promised) / Number(total);
}

function useColumns(data: OneFunder, indicator: string | undefined): Column<FundedAgreement>[] {
  const intl = useIntl();
  const label = (key: string) => intl.formatMessage({ id: `funders.column.${key}` });
  const currencies = [...new Set(data.agreements.map(({ currency }) => currency))];
  const money = useMoneyColumns<FundedAgreement>(
    (row) => [row.inKind ? { ...row, promised: null, given: row.promised ?? "0" } : row],
    currencies,
  );
  const titleOf = useTitle();
  const count = useCountColumn(indicator);
  return [
    {
      id: "agreement",
      label: label("agreement"),
      isName: true,
      cell: (row) => (
        <>
          <Link
            to="/agreements/$reference/money/$number"
            params={{ reference: row.agreement, number: row.contribution.split("/")[1] ?? "" }}
          >
            <Title of={row} />
          </Link>
          {row.role !== "contribution" && <RowOf role={row.role} purpose={row.purpose} />}
        </>
      ),
      values: [
        { label: label("agreement"), of: titleOf },
        { label: label("contribution"), of: (row) => row.contribution },
      ],
    },
    ...money,
    {
      id: "share",
      label: label("share"),
      isNumber: true,
      cell: (row) => {
        const share = shareOf(row);
        return share === null ? (
          <NoNumber />
        ) : (
          <bdi>{intl.formatNumber(share, { style: "percent", maximumFractionDigits: 1 })}</bdi>
        );
      },
      value: (row) => shareOf(row),
    },
    count("realised"),
    count("proven"),
  ];
}

/** The agreement's own figure, which opens on the rows of its whole file. */
function useCountColumn(indicator: string | undefined) {
  const intl = useIntl();
  const open = useOpen();
  return (part: CountedPart): Column<FundedAgreement> => {
    const of = (row: FundedAgreement) => countOf(row, indicator, part);
    const label = intl.formatMessage({ id: `funders.column.${part}` });
    return {
      ...{ id: part, label, isNumber: true, value: of },
      cell: (row) =>
        indicator === undefined || !of(row) ? (
          <CountCell value={of(row)} />
        ) : (
          <button
            type="button"
            className="figure"
            onClick={() => open({ kind: "file", of: row.agreement, indicator, part })}
          >
            <Count value={of(row)} />
          </button>
        ),
    };
  };
}
