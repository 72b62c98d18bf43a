// The rows under a figure: one a fact, each with its evidence; those that do not count are there too, and say why.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import {
  type Fact,
  type FactFilter,
  type FactStanding,
  facts,
  type StandingRow,
  type When,
} from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Count, Day, Name, useLabel } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { FactEntries } from "./fact-entries.tsx";

const standings: readonly FactStanding[] = ["counted", "overlap", "repeat", "refused", "withdrawn"];

interface FactRowsProps {
  readonly row: StandingRow;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
  readonly when: When;
}

export function FactRows({ row, filter, onFilter, when }: FactRowsProps) {
  const intl = useIntl();
  const columns = useFactColumns();
  const [opened, setOpened] = useState<string | null>(null);
  const read = useInfiniteQuery(facts(row.commitment ?? "", filter, when));
  const rows = read.data?.pages.flatMap((page) => page.facts) ?? [];
  const counts = read.data?.pages[0]?.counts ?? {};
  const caption = intl.formatMessage({ id: "facts.title" });
  if (read.error) return <Failure error={read.error} reset={() => void read.refetch()} />;
  return (
    <>
      <Standings counts={counts} filter={filter} onFilter={onFilter} />
      <DataTable
        name="facts"
        caption={caption}
        columns={withQuantity(columns(setOpened), rows)}
        rows={rows}
        keyOf={(fact) => fact.id}
        whenEmpty={<FormattedMessage id={read.isPending ? "shell.waiting" : "facts.none"} />}
      />
      {read.hasNextPage && (
        <button type="button" className="button small" onClick={() => void read.fetchNextPage()}>
          <FormattedMessage id="facts.more" />
        </button>
      )}
      {opened && <FactEntries id={opened} />}
    </>
  );
}

interface StandingsProps {
  readonly counts: Readonly<Record<string, number>>;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
}

/** How many rows count, repeat, overlap, are refused or withdrawn; each a filter. */
function Standings({ counts, filter, onFilter }: StandingsProps) {
  return (
    <ul className="fact-standings small">
      {standings
        .filter((standing) => (counts[standing] ?? 0) > 0)
        .map((standing) => (
          <li key={standing}>
            <button
              type="button"
              className="figure"
              aria-pressed={filter.standing === standing}
              onClick={() =>
                onFilter({ ...filter, standing: filter.standing === standing ? undefined : standing })
              }
            >
              <FormattedMessage id={`facts.standing.${standing}`} /> <Count value={counts[standing]} />
            </button>
          </li>
        ))}
    </ul>
  );
}

export function useFactColumns() {
  const intl = useIntl();
  const nameOf = useLabel();
  const label = (key: string) => intl.formatMessage({ id: `facts.column.${key}` });
  return (open: (id: string) => void): Column<Fact>[] => [
    {
      id: "date",
      label: label("date"),
      isName: true,
      cell: (fact) => (
        <button type="button" className="figure" onClick={() => open(fact.id)}>
          <Day value={fact.date} />
        </button>
      ),
    },
    {
      id: "place",
      label: label("place"),
      cell: (fact) => fact.placeName && <Name>{nameOf(fact.placeName)}</Name>,
    },
    { id: "sex", label: label("sex"), cell: (fact) => <FormattedMessage id={`facts.sex.${fact.sex}`} /> },
    {
      id: "quantity",
      label: label("quantity"),
      isNumber: true,
      cell: (fact) => <Count value={fact.quantity} />,
    },
    { id: "evidence", label: label("evidence"), cell: (fact) => <Evidence fact={fact} /> },
    {
      id: "standing",
      label: label("standing"),
      cell: (fact) => <FormattedMessage id={`facts.standing.${fact.standing}`} />,
    },
  ];
}

/** The level that was verified, and what it rests on. */
function Evidence({ fact }: { fact: Fact }) {
  return (
    <>
      <FormattedMessage id={`figure.level.E${fact.evidence}`} />
      {fact.evidenceReference && (
        <>
          {" · "}
          <Name>{fact.evidenceReference}</Name>
        </>
      )}
    </>
  );
}

/** Of persons each row is one: a quantity is shown where a row stands for several things. */
export const withQuantity = <Row extends Fact>(columns: readonly Column<Row>[], rows: readonly Row[]) =>
  columns.filter(({ id }) => id !== "quantity" || rows.some(({ quantity }) => quantity !== 1));
