// The applications of a call as a table: what each lacks, whether it is judged, what became of it.
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Applications, Call } from "../api/calls.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { DataTable } from "../table/data-table.tsx";
import { useApplicationColumns } from "./application-columns.tsx";
import "../agreements/list.css";

interface ApplicationsProps {
  readonly call: Call;
  readonly given: Applications;
}

export function ApplicationsSection({ call, given }: ApplicationsProps) {
  const intl = useIntl();
  const columns = useApplicationColumns(call);
  const name = intl.formatMessage({ id: "calls.applications" });
  const mark = call.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  if (call.state === "prepared") return null;
  return (
    <Section title={name} anchor="applications">
      <DataTable
        name="applications"
        caption={name}
        columns={columns}
        rows={given.applications}
        keyOf={({ id }) => id}
        whenEmpty={<FormattedMessage id="calls.noApplication" />}
        choosesColumns
        tools={(shown) => (
          <ExportMenu
            table="applications"
            caption={`${name} · ${call.reference}`}
            space={call.space}
            read={async () => sheetOf(columns, shown, given.applications, mark)}
          />
        )}
      />
    </Section>
  );
}
