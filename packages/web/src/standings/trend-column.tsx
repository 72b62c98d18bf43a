// The trend as a column of promises, after what is proven.
import { useMemo } from "react";
import { useIntl } from "react-intl";
import type { PromiseMonths, StandingRow } from "../api/read.ts";
import type { Column } from "../table/data-table.tsx";
import { Trend } from "./trend.tsx";

export function useWithTrend(
  columns: readonly Column<StandingRow>[],
  months: readonly PromiseMonths[] | undefined,
  isBrief = false,
): Column<StandingRow>[] {
  const label = useIntl().formatMessage({ id: "standings.column.trend" });
  return useMemo(() => {
    const byCommitment = new Map(months?.map((one) => [one.commitmentId, one]));
    const trend: Column<StandingRow> = {
      id: "trend",
      label,
      cell: (row) => <Trend of={byCommitment.get(row.nodeId)} isBrief={isBrief} />,
    };
    return columns.flatMap((column) => (column.id === "proven" ? [column, trend] : [column]));
  }, [columns, months, label, isBrief]);
}
