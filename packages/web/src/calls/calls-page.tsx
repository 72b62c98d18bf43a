// Every call for projects of the space: where each stands, what it gives, how many applied.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { calls } from "../api/calls.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { DataTable } from "../table/data-table.tsx";
import { useCallColumns } from "./call-columns.tsx";
import "../agreements/list.css";
import "../form/form.css";

export function CallsPage() {
  const intl = useIntl();
  const space = useShownSpace();
  const { data, error, refetch } = useQuery(calls(space));
  const prepares = may(useQuery(me()).data, "calls.prepare");
  const columns = useCallColumns(space);
  const name = intl.formatMessage({ id: "calls.title" });
  const mark = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="calls.lead" />}
      aside={
        prepares && (
          <Link
            to="/calls/new"
            search={space === "simulated" ? { space } : {}}
            className="button not-printed"
          >
            <FormattedMessage id="calls.prepare" />
          </Link>
        )
      }
    >
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <DataTable
          name="calls"
          caption={name}
          columns={columns}
          rows={data.calls}
          keyOf={({ reference }) => reference}
          whenEmpty={<FormattedMessage id="calls.none" />}
          choosesColumns
          tools={(shown) => (
            <ExportMenu
              table="calls"
              caption={name}
              space={space}
              read={async () => sheetOf(columns, shown, data.calls, mark)}
            />
          )}
        />
      )}
    </Page>
  );
}
