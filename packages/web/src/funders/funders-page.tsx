// US-25: each funder with its money and with what came of the agreements that it funds, beside the other funders; in the
// last line all of them together, where everybody counts once.
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Funder, type FundersBeside, fundersBeside } from "../api/funders.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { DatesChoice } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { Money as Amount, Count, Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { mostCounted } from "./add-cells.ts";
import { CountCell, type CountedPart, countOf } from "./count-cell.tsx";
import { IndicatorChoice } from "./indicator-choice.tsx";
import { useMoneyColumns } from "./money-columns.tsx";
import { NotAttributed } from "./not-attributed.tsx";
import "./funders.css";

export function FundersPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/funders" });
  const when = { asOf: search.asOf, knownOn: search.knownOn };
  const space = useShownSpace();
  const { data, error, refetch } = useQuery(fundersBeside(space, when));
  const name = intl.formatMessage({ id: "shell.funders" });
  const indicator = search.indicator ?? mostCounted(data?.together ?? []);
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="funders.lead" />}
      aside={<DatesChoice {...when} />}
    >
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={10} />}
      {data && (
        <>
          <IndicatorChoice
            space={space}
            among={data.together.map((row) => row.indicator)}
            chosen={indicator}
          />
          <FundersTable data={data} indicator={indicator} />
          <Together data={data} indicator={indicator} />
          <NotAttributed of={data.notAttributed} space={space} />
        </>
      )}
    </Page>
  );
}

interface TableProps {
  readonly data: FundersBeside;
  readonly indicator: string | undefined;
}

function FundersTable({ data, indicator }: TableProps) {
  const intl = useIntl();
  const space = useShownSpace();
  const columns = useFunderColumns(data, indicator);
  const caption = intl.formatMessage({ id: "shell.funders" });
  const simulated = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <DataTable
      name="funders"
      caption={caption}
      columns={columns}
      rows={data.funders}
      keyOf={(row) => row.funder.reference}
      whenEmpty={<FormattedMessage id="funders.none" />}
      choosesColumns
      tools={(shown) => (
        <ExportMenu
          table="funders"
          caption={caption}
          space={space}
          read={async () => sheetOf(columns, shown, data.funders, simulated)}
        />
      )}
    />
  );
}

function useFunderColumns(data: FundersBeside, indicator: string | undefined): Column<Funder>[] {
  const intl = useIntl();
  const nameOf = useOrganisationName(useShownSpace());
  const currencies = [...new Set(data.funders.flatMap(({ money }) => money.map(({ currency }) => currency)))];
  const money = useMoneyColumns<Funder>(
    (row) => row.money.map((one) => ({ ...one, given: one.inKind })),
    currencies,
  );
  const label = (key: string) => intl.formatMessage({ id: `funders.column.${key}` });
  const count = (part: CountedPart): Column<Funder> => ({
    ...{ id: part, label: label(part), isNumber: true },
    cell: (row) => <CountCell value={countOf(row, indicator, part)} />,
    value: (row) => countOf(row, indicator, part),
  });
  return [
    {
      id: "funder",
      label: label("funder"),
      isName: true,
      cell: (row) => (
        <Link
          to="/funders/$funder"
          params={{ funder: row.funder.reference }}
          search={({ asOf, knownOn, lang }) => ({ asOf, knownOn, lang, ...(indicator && { indicator }) })}
        >
          <Name>{nameOf(row.funder)}</Name>
        </Link>
      ),
      value: (row) => nameOf(row.funder),
    },
    ...money,
    {
      id: "agreements",
      label: label("agreements"),
      isNumber: true,
      cell: (row) => <Count value={row.agreements} />,
      value: (row) => row.agreements,
    },
    count("realised"),
    count("proven"),
  ];
}

/** All together everybody counts once, so that the funders' figures add up to more; and the money that nobody is named for. */
function Together({ data, indicator }: TableProps) {
  const all = data.together.find((row) => row.indicator === indicator);
  return (
    <ul className="together-lines">
      {all && (
        <li>
          <FormattedMessage
            id="funders.together"
            values={{ realised: <Count value={all.realised} />, proven: <Count value={all.proven} /> }}
          />
          {all.twice > 0 && (
            <>
              {" "}
              <FormattedMessage id="funders.twice" values={{ count: all.twice }} />
            </>
          )}
        </li>
      )}
      {data.withoutPayer.map(({ currency, amount }) => (
        <li key={currency} className="attention">
          <FormattedMessage
            id={amount.startsWith("-") ? "funders.moreThanTotal" : "funders.withoutPayer"}
            values={{ amount: <Amount amount={amount.replace("-", "")} currency={currency} /> }}
          />
        </li>
      ))}
      <li className="muted">
        <FormattedMessage id="funders.whole" />
      </li>
    </ul>
  );
}
