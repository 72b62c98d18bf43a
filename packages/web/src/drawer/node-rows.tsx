// The rows that make up the count of a node: one a subject, each under the commitment by which it counts.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type NodeFact, type NodeKey, nodeResults } from "../api/places.ts";
import type { When } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { useOpen } from "../app/opened.ts";
import { Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { FactEntries } from "./fact-entries.tsx";
import { useFactColumns, withQuantity } from "./fact-rows.tsx";
import type { RowFilter } from "./filter-of-line.ts";

interface NodeRowsProps {
  readonly node: NodeKey;
  readonly indicator: string;
  readonly filter: RowFilter;
  readonly when: When;
}

export function NodeRows({
  node,
  indicator,
  filter: { counting: _, standing: __, ...filter },
  when,
}: NodeRowsProps) {
  const intl = useIntl();
  const columns = useNodeColumns();
  const [opened, setOpened] = useState<string | null>(null);
  const read = useInfiniteQuery(nodeResults(node, indicator, filter, when));
  if (read.error) return <Failure error={read.error} reset={() => void read.refetch()} />;
  const rows = read.data?.pages.flatMap((page) => page.facts) ?? [];
  const unseen = read.data?.pages[0]?.unseen ?? 0;
  return (
    <>
      <DataTable
        name="node-facts"
        caption={intl.formatMessage({ id: "facts.title" })}
        columns={withQuantity(columns(setOpened), rows)}
        rows={rows}
        keyOf={(fact) => fact.id}
        whenEmpty={<FormattedMessage id={read.isPending ? "shell.waiting" : "facts.none"} />}
      />
      {unseen > 0 && (
        <p className="small muted">
          <FormattedMessage id="node.unseen" values={{ count: unseen }} />
        </p>
      )}
      {read.hasNextPage && (
        <button type="button" className="button small" onClick={() => void read.fetchNextPage()}>
          <FormattedMessage id="facts.more" />
        </button>
      )}
      {opened && <FactEntries id={opened} />}
    </>
  );
}

/** The columns of any fact, with its commitment in place of its standing: here all of them count. */
function useNodeColumns() {
  const intl = useIntl();
  const open = useOpen();
  const factColumns = useFactColumns();
  const commitment: Column<NodeFact> = {
    id: "commitment",
    label: intl.formatMessage({ id: "node.commitment" }),
    cell: (fact) => (
      <button
        type="button"
        className="figure nowrap"
        onClick={() => open({ kind: "figure", commitment: fact.commitment, part: "realised" })}
      >
        <Name>{fact.commitment}</Name>
      </button>
    ),
  };
  return (openFact: (id: string) => void): Column<NodeFact>[] => [
    ...factColumns(openFact).filter(({ id }) => id !== "standing"),
    commitment,
  ];
}
