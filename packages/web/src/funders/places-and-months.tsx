// What came of a funder's agreements by province, and each province by month; a count opens on its rows.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { FunderCell, OneFunder } from "../api/funders.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { Count, Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { byPlace, type PlaceSum } from "./add-cells.ts";
import { writeCell } from "./address.ts";

interface PlacesProps {
  readonly data: OneFunder;
  readonly indicator: string;
}

export function PlacesAndMonths({ data, indicator }: PlacesProps) {
  const sums = byPlace(data.cells, indicator);
  const cells = sums.flatMap(({ months }) => months);
  return (
    <>
      <Cut title="funders.byPlace" name="places" data={data} rows={sums} columns={usePlaceColumns()} />
      <Cut title="funders.byMonth" name="months" data={data} rows={cells} columns={useMonthColumns()} />
    </>
  );
}

interface CutProps<Row> {
  readonly title: string;
  readonly name: string;
  readonly data: OneFunder;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
}

function Cut<Row extends { readonly place: FunderCell["place"] }>(props: CutProps<Row>) {
  const { title, name, data, rows, columns } = props;
  const intl = useIntl();
  const caption = intl.formatMessage({ id: title });
  const simulated = data.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <Section title={caption}>
      <div className="short-columns">
        <DataTable
          name={`funder-${name}`}
          caption={caption}
          columns={columns}
          rows={rows}
          keyOf={(row) => `${row.place?.code} ${"month" in row ? row.month : ""}`}
          whenEmpty={<FormattedMessage id="funders.noResult" />}
          tools={(shown) => (
            <ExportMenu
              table={`funder-${data.funder.reference}-${name}`}
              caption={caption}
              space={data.space}
              read={async () => sheetOf(columns, shown, rows, simulated)}
            />
          )}
        />
      </div>
    </Section>
  );
}

function usePlaceColumns(): Column<PlaceSum>[] {
  return [usePlaceColumn(), ...useCountColumns<PlaceSum>(() => undefined)];
}

function useMonthColumns(): Column<FunderCell>[] {
  const intl = useIntl();
  const monthOf = ({ month }: FunderCell) =>
    intl.formatDate(`${month}-15T12:00:00Z`, { year: "numeric", month: "long", timeZone: "UTC" });
  const month: Column<FunderCell> = {
    ...{ id: "month", label: intl.formatMessage({ id: "funders.column.month" }) },
    cell: monthOf,
    value: (row) => row.month,
  };
  return [usePlaceColumn(), month, ...useCountColumns<FunderCell>((row) => row.month)];
}

function usePlaceColumn<Row extends { readonly place: FunderCell["place"] }>(): Column<Row> {
  const intl = useIntl();
  const locale = useLocale();
  const nameOf = ({ place }: Row) =>
    place === null ? intl.formatMessage({ id: "funders.noPlace" }) : locale === "ar" ? place.ar : place.fr;
  return {
    ...{ id: "place", label: intl.formatMessage({ id: "funders.column.place" }), isName: true },
    cell: (row) => <Name>{nameOf(row)}</Name>,
    value: nameOf,
  };
}

type Counted = Pick<FunderCell, "place" | "realised" | "proven">;

function useCountColumns<Row extends Counted>(monthOf: (row: Row) => string | undefined): Column<Row>[] {
  const intl = useIntl();
  return (["realised", "proven"] as const).map((part) => ({
    ...{ id: part, label: intl.formatMessage({ id: `funders.column.${part}` }), isNumber: true },
    value: (row: Row) => row[part],
    cell: (row: Row) =>
      row[part] === 0 ? (
        <Count value={0} />
      ) : (
        <Link
          to="."
          className="figure"
          resetScroll={false}
          search={(before) => ({ ...before, rows: writeCell(cellOf(row, monthOf(row), part === "proven")) })}
        >
          <Count value={row[part]} />
        </Link>
      ),
  }));
}

const cellOf = ({ place }: Counted, month: string | undefined, proven: boolean) => ({
  place: place?.code ?? "none",
  ...(month && { month }),
  proven,
});
