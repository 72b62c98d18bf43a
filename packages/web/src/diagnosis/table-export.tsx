import { useIntl } from "react-intl";
import type { Diagnosis } from "../api/diagnoses.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import type { Column } from "../table/data-table.tsx";

interface TableExportProps<Row> {
  readonly diagnosis: Diagnosis;
  /** The table's name in the file's name. */
  readonly table: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly shown: ReadonlySet<string>;
  readonly rows: readonly Row[];
}

/** The file of a table of a diagnosis, which is here whole. */
export function TableExport<Row>(props: TableExportProps<Row>) {
  const { diagnosis, table, caption, columns, shown, rows } = props;
  const intl = useIntl();
  const mark = diagnosis.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <ExportMenu
      table={`${diagnosis.reference.toLowerCase()}-${table}`}
      caption={caption}
      space={diagnosis.space}
      read={async () => sheetOf(columns, shown, rows, mark)}
    />
  );
}
