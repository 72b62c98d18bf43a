import { useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { type Partner, type PartnersQuery, partners } from "../api/partners.ts";
import { everyPage } from "../export/every-page.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { usePartnerColumns } from "./partner-columns.tsx";

/** Every organisation that passes the filters, with the columns that are shown. */
export function PartnersExport({ query, shown }: { query: PartnersQuery; shown: ReadonlySet<string> }) {
  const intl = useIntl();
  const client = useQueryClient();
  const columns = usePartnerColumns(query.space);
  const read = async () => {
    const found = await everyPage<Partner>(async (limit, offset) => {
      const page = await client.fetchQuery(partners({ ...query, limit, offset }));
      return { total: page.total, rows: page.partners };
    });
    const mark = query.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
    return sheetOf(columns, shown, found, mark);
  };
  const caption = intl.formatMessage({ id: "partners.title" });
  return <ExportMenu table="partners" caption={caption} space={query.space} read={read} />;
}
