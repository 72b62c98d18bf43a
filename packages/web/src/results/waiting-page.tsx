// US-17: the results of my places that wait to be verified, one by one with the evidence beside them, or many at once.
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type WaitingQuery, type WaitingResult, waitingResults } from "../api/results.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { DataTable } from "../table/data-table.tsx";
import { BulkJudge } from "./bulk-judge.tsx";
import { everyWaiting, mostWaiting } from "./every-waiting.ts";
import { JudgeOne } from "./judge-one.tsx";
import { ResultsWords } from "./results-words.tsx";
import { ResultTabs } from "./tabs.tsx";
import { useJudgeKeys } from "./use-judge-keys.ts";
import { useWaitingColumns } from "./waiting-columns.tsx";
import { WaitingFilters } from "./waiting-filters.tsx";

export function WaitingPage() {
  return (
    <ResultsWords>
      <WaitingScreen />
    </ResultsWords>
  );
}

function useAsked(): WaitingQuery {
  const space = useShownSpace();
  const { agreement, indicator, place, by, since } = useSearch({ from: "/results/waiting" });
  return { space, agreement, indicator, place, recordedBy: by, since };
}

function WaitingScreen() {
  const intl = useIntl();
  const asked = useAsked();
  const name = intl.formatMessage({ id: "results.waitingTitle" });
  const read = useInfiniteQuery(waitingResults(asked));
  const first = read.data?.pages[0];
  const rows = read.data?.pages.flatMap((page) => page.results) ?? [];
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="results.waitingLead" />}>
      <ResultTabs />
      <WaitingFilters recorders={first?.recorders ?? []} />
      {read.error && <Failure error={read.error} reset={() => void read.refetch()} />}
      {read.isPending && <Waiting />}
      {first && (
        <WaitingList
          key={JSON.stringify(asked)}
          asked={asked}
          rows={rows}
          total={first.total ?? rows.length}
          more={read.hasNextPage ? () => void read.fetchNextPage() : undefined}
        />
      )}
    </Page>
  );
}

function HowMany({ total }: { total: number }) {
  return (
    <p className="small muted">
      <FormattedMessage id="results.howMany" values={{ total: Math.min(total, mostWaiting) }} />
      {total > mostWaiting && <FormattedMessage id="results.orMore" />}
      <span className="keys-told">
        {" · "}
        <FormattedMessage id="results.keys" />
      </span>
    </p>
  );
}

interface WaitingListProps {
  readonly asked: WaitingQuery;
  readonly rows: readonly WaitingResult[];
  readonly total: number;
  /** The way to the next page, if there is one. */
  readonly more: (() => void) | undefined;
}

function WaitingList({ asked, rows, total, more }: WaitingListProps) {
  const intl = useIntl();
  const space = asked.space ?? "real";
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { current, setOpened, goOnFrom } = useOpened(rows);
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const columns = useWaitingColumns({ space, chosen, onToggle: toggle, onOpen: setOpened });
  const caption = intl.formatMessage({ id: "results.waitingTitle" });
  const mark = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <>
      <HowMany total={total} />
      <BulkJudge asked={asked} rows={rows} total={total} chosen={chosen} onChosen={setChosen} />
      <div className={current ? "judge-beside" : undefined}>
        <div>
          <DataTable
            name="waiting"
            caption={caption}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            whenEmpty={<FormattedMessage id="results.noneWaits" />}
            choosesColumns
            tools={(shown) => (
              <ExportMenu
                table="waiting-results"
                caption={caption}
                space={space}
                read={async () => sheetOf(columns, shown, await everyWaiting(asked), mark)}
              />
            )}
          />
          {more && (
            <button type="button" className="button small" onClick={more}>
              <FormattedMessage id="results.more" />
            </button>
          )}
        </div>
        {current && (
          <JudgeOne
            key={current.id}
            result={current}
            onClose={() => setOpened(null)}
            onJudged={() => goOnFrom(current.id)}
          />
        )}
      </div>
    </>
  );
}

/** The result that is open beside the list, and the way to the next one. */
function useOpened(rows: readonly WaitingResult[]) {
  const [opened, setOpened] = useState<string | null>(null);
  const current = rows.find(({ id }) => id === opened) ?? null;
  const beside = (from: string | null, by: number) => {
    const at = rows.findIndex(({ id }) => id === from);
    return rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.id ?? from;
  };
  const step = (by: number) => setOpened((from) => beside(from, by));
  // who went elsewhere while the judgement was on its way stays there
  const goOnFrom = (judged: string) => setOpened((now) => (now === judged ? beside(judged, 1) : now));
  useJudgeKeys({ next: () => step(1), previous: () => step(-1) });
  return { current, setOpened, goOnFrom };
}
