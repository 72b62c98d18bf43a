import { useIntl } from "react-intl";
import type { Column } from "../table/data-table.tsx";
import { everyPage, type OnePage } from "./every-page.ts";
import { ExportMenu, type ExportMenuProps } from "./export-menu.tsx";
import { sheetOf } from "./sheet-of.ts";

interface ListExportProps<Row> extends Omit<ExportMenuProps, "read"> {
  readonly columns: readonly Column<Row>[];
  readonly shown: ReadonlySet<string>;
  readonly readPage: (limit: number, offset: number) => Promise<OnePage<Row>>;
}

/** Every row of a paged list that passes its filters, with the columns that are shown. */
export function ListExport<Row>({ columns, shown, readPage, ...menu }: ListExportProps<Row>) {
  const intl = useIntl();
  const mark = menu.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return <ExportMenu {...menu} read={async () => sheetOf(columns, shown, await everyPage(readPage), mark)} />;
}
