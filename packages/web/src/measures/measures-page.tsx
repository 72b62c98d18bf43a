// The measures for employment: what each gives and asks, as it holds on a day, and what is set for later.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Measure, measures } from "../api/measures.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { today } from "../app/today.ts";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { DayQuestion } from "../form/day-input.tsx";
import { WordsFilter } from "../form/words-filter.tsx";
import { textsHold } from "../indicators/holds-words.ts";
import { DataTable } from "../table/data-table.tsx";
import { useMeasureColumns } from "./measure-columns.tsx";
import { inTree } from "./terms.ts";
import "./measures.css";

export function MeasuresPage() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(measures());
  const { text = "", on } = useSearch({ from: "/measures" });
  const navigate = useNavigate({ from: "/measures" });
  const found = (data ?? []).filter((one) => textsHold([one.code, ...Object.values(one.label)], text));
  const name = intl.formatMessage({ id: "measures.title" });
  const choose = (part: { text?: string | undefined; on?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="measures.lead" />}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      <search className="filters not-printed">
        <WordsFilter value={text} onChange={(words) => choose({ text: words || undefined })} />
        <DayQuestion
          words={
            <span className="small muted">
              <FormattedMessage id="measures.on" />
            </span>
          }
          value={on}
          onChange={(day) => choose({ on: day })}
        />
      </search>
      {!data && !error && <Waiting lines={14} />}
      {data && <MeasureTable found={found} day={on ?? today()} caption={name} isFiltered={text !== ""} />}
    </Page>
  );
}

interface MeasureTableProps {
  readonly found: readonly Measure[];
  readonly day: string;
  readonly caption: string;
  readonly isFiltered: boolean;
}

/** Components stand under their measure; those found without it stand by themselves. */
function MeasureTable({ found, day, caption, isFiltered }: MeasureTableProps) {
  const columns = useMeasureColumns(day);
  const codes = new Set(found.map(({ code }) => code));
  const rows = inTree(
    found.map((one) => (one.parent !== null && codes.has(one.parent) ? one : { ...one, parent: null })),
  );
  return (
    <DataTable
      name="measures"
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={({ measure }) => measure.code}
      depthOf={({ depth }) => depth}
      whenEmpty={<FormattedMessage id={isFiltered ? "measures.emptyFiltered" : "measures.empty"} />}
      choosesColumns
      tools={(shown) => (
        <ExportMenu
          table="measures"
          caption={caption}
          space="real"
          read={async () => sheetOf(columns, shown, rows, null)}
        />
      )}
    />
  );
}
