import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import {
  type Agreement,
  agreementMonths,
  agreementStandings,
  type StandingRow,
  type When,
} from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { useOpen } from "../app/opened.ts";
import { Waiting } from "../app/waiting.tsx";
import { Count, Name } from "../language/figures.tsx";
import { useStandingColumns } from "../standings/standing-columns.tsx";
import { useWithTrend } from "../standings/trend-column.tsx";
import { DataTable } from "../table/data-table.tsx";
import { PromiseLinks } from "./promise-links.tsx";
import { Section } from "./section.tsx";

/** Its own commitments, then those that stand below it in the tree: never added together. */
export function CommitmentsSection({ agreement, when }: { agreement: Agreement; when: When }) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(agreementStandings(agreement.reference, when));
  const months = useQuery(agreementMonths(agreement.reference, when));
  const ownColumns = useWithTrend(useStandingColumns(agreement.space, false), months.data);
  const belowColumns = useWithTrend(useStandingColumns(agreement.space), months.data, true);
  const promises = data?.filter((row) => row.commitment !== null) ?? [];
  const own = promises.filter((row) => row.agreement === agreement.reference);
  const below = promises.filter((row) => row.agreement !== agreement.reference);
  const title = intl.formatMessage({ id: "agreement.commitments" });
  const belowTitle = intl.formatMessage({ id: "agreement.commitmentsBelow" });
  return (
    <Section title={title}>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {months.error && <Failure error={months.error} reset={() => void months.refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && (
        <DataTable
          name="commitments"
          caption={title}
          columns={ownColumns}
          rows={own}
          keyOf={(row) => row.nodeId}
          whenEmpty={
            <FormattedMessage id={below.length > 0 ? "agreement.onlyBelow" : "agreement.noCommitment"} />
          }
        />
      )}
      {below.length > 0 && (
        <div className="promises-below">
          <h3>{belowTitle}</h3>
          <DataTable
            name="commitments-below"
            caption={belowTitle}
            columns={belowColumns}
            rows={below}
            keyOf={(row) => row.nodeId}
            whenEmpty={null}
          />
        </div>
      )}
      <PromiseLinks agreement={agreement} rows={own} />
      <Together rows={(data ?? []).filter((row) => isShared(row, promises))} space={agreement.space} />
    </Section>
  );
}

/** Whether several of the promises count this indicator: only then is the sum not the whole. */
function isShared(row: StandingRow, promises: readonly StandingRow[]): boolean {
  const counting = promises.filter(({ indicator }) => indicator === row.indicator);
  return row.commitment === null && row.realised > 0 && counting.length > 1;
}

/** At the agreement itself a person counts once, whatever the sum of its commitments. */
function Together({ rows, space }: { rows: readonly StandingRow[]; space: Agreement["space"] }) {
  const words = useVocabulary(space);
  if (rows.length === 0) return null;
  return (
    <ul className="together small">
      {rows.map((row) => (
        <li key={row.indicator}>
          <FormattedMessage
            id="agreement.together"
            values={{
              indicator: <Name>{words.indicator(row.indicator ?? "")}</Name>,
              realised: <WholeFigure row={row} part="realised" />,
              proven: <WholeFigure row={row} part="proven" />,
              more: row.children?.countedInMoreThanOne ?? 0,
            }}
          />
        </li>
      ))}
    </ul>
  );
}

/** A count of the whole file: it opens to its splits and its rows, one a person. */
function WholeFigure({ row, part }: { row: StandingRow; part: "realised" | "proven" }) {
  const open = useOpen();
  return (
    <button
      type="button"
      className="figure"
      data-part={part}
      onClick={() => open({ kind: "file", of: row.node, indicator: row.indicator ?? "", part })}
    >
      <Count value={row[part]} />
    </button>
  );
}
