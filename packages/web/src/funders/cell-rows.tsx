// The rows under a funder's figure: one a person or a thing, with the promise under which it counts and its evidence.
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type FunderRow, funderRows, type OpenedCell } from "../api/funders.ts";
import type { When } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { Failure } from "../app/failure.tsx";
import { Drawer } from "../drawer/drawer.tsx";
import { Count, Day, Name, NoNumber } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";

interface CellRowsProps {
  readonly funder: string;
  readonly cell: OpenedCell;
  readonly when: When;
  readonly space: Space;
  readonly onClose: () => void;
}

export function CellRows({ funder, cell, when, space, onClose }: CellRowsProps) {
  const intl = useIntl();
  const vocabulary = useVocabulary(space);
  const read = useInfiniteQuery(funderRows(funder, cell, when));
  const columns = useRowColumns();
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? [];
  const whole = read.data?.pages[0]?.whole;
  return (
    <Drawer title={<Name>{vocabulary.indicator(cell.indicator)}</Name>} onClose={onClose}>
      {read.error ? (
        <Failure error={read.error} reset={() => void read.refetch()} />
      ) : (
        <section className="drawer-section">
          <p className="muted" aria-live="polite">
            {whole && (
              <FormattedMessage
                id={cell.proven ? "funders.rows.proven" : "funders.rows.realised"}
                values={{ count: whole.quantity }}
              />
            )}
            {whole && rows.length < whole.rows && (
              <>
                {" · "}
                <FormattedMessage id="funders.rows.shown" values={{ shown: rows.length, all: whole.rows }} />
              </>
            )}
          </p>
          <DataTable
            name="funder-rows"
            caption={intl.formatMessage({ id: "facts.title" })}
            columns={columns}
            rows={rows}
            keyOf={(row) => row.fact}
            whenEmpty={<FormattedMessage id={read.isPending ? "shell.waiting" : "facts.none"} />}
          />
          {read.hasNextPage && (
            <button type="button" className="button small" onClick={() => void read.fetchNextPage()}>
              <FormattedMessage id="facts.more" />
            </button>
          )}
        </section>
      )}
    </Drawer>
  );
}

/** From a row up to the promise under which it counts. */
function ToPromise({ reference: whole }: { reference: string }) {
  const [reference = "", number = ""] = whole.split("/");
  return (
    <Link to="/agreements/$reference/commitments/$number" params={{ reference, number }} className="nowrap">
      <bdi>{whole}</bdi>
    </Link>
  );
}

function useRowColumns(): Column<FunderRow>[] {
  const intl = useIntl();
  const locale = useLocale();
  const label = (key: string) => intl.formatMessage({ id: `funders.column.${key}` });
  return [
    { id: "date", label: label("date"), isName: true, cell: (row) => <Day value={row.date} /> },
    {
      id: "commitment",
      label: label("commitment"),
      cell: ({ commitment }) => <ToPromise reference={commitment} />,
    },
    {
      id: "place",
      label: label("place"),
      cell: ({ place }) => (place ? <Name>{locale === "ar" ? place.ar : place.fr}</Name> : <NoNumber />),
    },
    {
      id: "quantity",
      label: label("quantity"),
      isNumber: true,
      cell: (row) => <Count value={row.quantity} />,
    },
    {
      id: "evidence",
      label: label("evidence"),
      cell: ({ evidence, isProven }) => (
        <FormattedMessage
          id={isProven ? "funders.proven" : "funders.notProven"}
          values={{ level: <FormattedMessage id={`figure.level.E${evidence}`} /> }}
        />
      ),
    },
  ];
}
