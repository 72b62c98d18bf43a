// What the whole file reached under each indicator: each person once, whatever the sum of its agreements.
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Paper } from "../api/papers.ts";
import { useOpen } from "../app/opened.ts";
import { Count, Name, useLabel } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";

type Total = Paper["content"]["totals"][number];

export function Totals({ content }: { content: Paper["content"] }) {
  const intl = useIntl();
  const label = useLabel();
  const open = useOpen();
  const { kind, reference } = content.of;
  const of = kind === "agreement" ? reference : reference.slice(reference.indexOf(":") + 1);
  const figure = (part: "realised" | "proven"): Column<Total> => ({
    id: part,
    label: intl.formatMessage({ id: `standings.column.${part}` }),
    swatch: <Swatch part={part} />,
    isNumber: true,
    cell: (row) => (
      <button
        type="button"
        className="figure"
        onClick={() =>
          open({ kind: kind === "agreement" ? "file" : "place", of, indicator: row.indicator, part })
        }
      >
        <Count value={row[part]} />
      </button>
    ),
  });
  const columns: Column<Total>[] = [
    {
      id: "indicator",
      label: intl.formatMessage({ id: "paper.column.indicator" }),
      isName: true,
      cell: ({ indicator, indicatorName }) => (
        <Name>{indicatorName === null ? indicator : label(indicatorName)}</Name>
      ),
    },
    figure("realised"),
    figure("proven"),
    {
      id: "again",
      label: intl.formatMessage({ id: "paper.column.again" }),
      isNumber: true,
      cell: ({ countedInMoreThanOne }) => <Count value={countedInMoreThanOne} />,
    },
  ];
  return (
    <Section title={<FormattedMessage id="paper.totals" />} note={<FormattedMessage id="paper.once" />}>
      <DataTable
        name="paper-totals"
        caption={intl.formatMessage({ id: "paper.totals" })}
        columns={columns}
        rows={content.totals}
        keyOf={({ indicator }) => indicator}
        whenEmpty={<FormattedMessage id="paper.noTotal" />}
      />
    </Section>
  );
}
