// The ranking as a file: a column for each criterion's median, and one for each assessor's marks.
import { useIntl } from "react-intl";
import type { Call, RankedRow } from "../api/calls.ts";
import type { Column } from "../table/data-table.tsx";
import { useCallLabel } from "./call-words.tsx";

export function useRankingColumns(call: Call): Column<RankedRow>[] {
  const intl = useIntl();
  const labelOf = useCallLabel();
  const column = (id: string, value: (row: RankedRow) => string | number | null): Column<RankedRow> => ({
    ...{ id, label: intl.formatMessage({ id: `calls.column.${id}` }), value },
    cell: value,
  });
  const verdictOf = (row: RankedRow) =>
    intl.formatMessage({
      id: row.verdict ? `calls.verdict.${row.verdict}` : `calls.proposed.${row.proposed}`,
    });
  return [
    column("rank", ({ rank }) => rank),
    column("receipt", ({ receipt }) => receipt),
    column("project", ({ title }) => title),
    column("organisation", ({ organisation }) => organisation.name),
    column("score", ({ score }) => (score === null ? null : Number(score))),
    column("asked", ({ asked }) => Number(asked)),
    column("verdict", verdictOf),
    column("granted", ({ granted }) => (granted === null ? null : Number(granted))),
    column("answer", ({ reason }) => reason),
    ...call.criteria.map((one): Column<RankedRow> => {
      const found = ({ criteria }: RankedRow) => criteria.find(({ criterion }) => criterion === one.number);
      const name = labelOf(one);
      return {
        ...{ id: `criterion ${one.number}`, label: name, cell: () => null },
        values: [
          { label: `${name} /${one.scale}`, of: (row) => Number(found(row)?.median ?? Number.NaN) || null },
          {
            label: intl.formatMessage({ id: "calls.column.marksOf" }, { criterion: name }),
            of: (row) =>
              found(row)
                ?.marks.map(({ assessor, mark, reason }) => `${assessor}: ${mark} (${reason})`)
                .join("\n") ?? null,
          },
        ],
      };
    }),
  ];
}
