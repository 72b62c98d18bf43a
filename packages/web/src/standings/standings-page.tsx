// The table of promises against results: one row a commitment, each figure opens.
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { standings } from "../api/read.ts";
import { DatesChoice } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { Gathered } from "../app/gathered.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { PromiseBarKey } from "../promise-bar/promise-bar-key.tsx";
import { DataTable } from "../table/data-table.tsx";
import { useStandingColumns } from "./standing-columns.tsx";
import { StandingsFilters } from "./standings-filters.tsx";
import { Views } from "./views.tsx";

export function StandingsPage() {
  const intl = useIntl();
  const { space = "real", region, state, asOf, knownOn, open } = useSearch({ from: "/standings" });
  const when = { asOf, knownOn };
  const { data, error, refetch } = useQuery(standings({ ...when, space, region }));
  const columns = useStandingColumns(space);
  const rows = useMemo(
    () => data?.filter((row) => row.commitment !== null && (state === undefined || row.state === state)),
    [data, state],
  );
  const name = intl.formatMessage({ id: "shell.standings" });
  const simulated = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="standings.lead" />}
      aside={<DatesChoice asOf={asOf} knownOn={knownOn} />}
    >
      <Views shown="table" search={{ region, asOf, knownOn }} />
      <StandingsFilters space={space} region={region} state={state} />
      <PromiseBarKey />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!rows && !error && <Waiting />}
      {rows && (
        <Gathered>
          <div className="wide-on-paper">
            <DataTable
              name="standings"
              caption={name}
              columns={columns}
              rows={rows}
              keyOf={(row) => row.nodeId}
              whenEmpty={<FormattedMessage id="standings.empty" />}
              choosesColumns
              tools={(shown) => (
                <ExportMenu
                  table="standings"
                  caption={name}
                  space={space}
                  read={async () => sheetOf(columns, shown, rows, simulated)}
                />
              )}
            />
          </div>
          <p className="paging">
            <FormattedMessage id="standings.count" values={{ count: rows.length }} />
          </p>
        </Gathered>
      )}
      <OpenedBeside open={open} when={when} />
    </Page>
  );
}
