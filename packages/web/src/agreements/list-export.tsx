import { useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { type AgreementSummary, agreementLines, agreements, type ListQuery } from "../api/read.ts";
import { everyPage } from "../export/every-page.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { inTreeOrder } from "./in-tree-order.ts";
import { useColumnsOver, useSeesLines } from "./list-columns.tsx";

const atOnce = 200;

interface ListExportProps {
  readonly query: ListQuery;
  readonly shown: ReadonlySet<string>;
  readonly isTree: boolean;
}

/** Every agreement that passes the filters, in the list's order, with the columns that are shown. */
export function ListExport({ query, shown, isTree }: ListExportProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const columnsOver = useColumnsOver(query.space);
  const seesLines = useSeesLines();
  const read = async () => {
    const found = await everyPage<AgreementSummary>(async (limit, offset) => {
      const page = await client.fetchQuery(agreements({ ...query, limit, offset }));
      return { total: page.total, rows: page.agreements };
    });
    const pages = Array.from({ length: Math.ceil(found.length / atOnce) }, (_, at) =>
      found.slice(at * atOnce, (at + 1) * atOnce),
    );
    const lines = seesLines
      ? await Promise.all(
          pages.map((page) => client.fetchQuery(agreementLines(page.map(({ reference }) => reference)))),
        )
      : null;
    const rows = inTreeOrder(found, isTree).map(({ agreement }) => agreement);
    const mark = query.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
    return sheetOf(columnsOver(lines?.flat() ?? null), shown, rows, mark);
  };
  return (
    <ExportMenu
      table="agreements"
      caption={intl.formatMessage({ id: "shell.agreements" })}
      space={query.space}
      read={read}
    />
  );
}
