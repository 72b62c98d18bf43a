import { useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { type TranslationsQuery, translations } from "../api/translations.ts";
import { everyPage } from "../export/every-page.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { type ListedText, useTranslationColumns } from "./translation-columns.tsx";

interface TranslationsExportProps {
  readonly query: TranslationsQuery;
  /** The words of the screens, when the list is of those. */
  readonly words: readonly ListedText[] | null;
  readonly shown: ReadonlySet<string>;
}

/** Every text that passes the filters: a file that a translator can read away from the screen. */
export function TranslationsExport({ query, words, shown }: TranslationsExportProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const columns = useTranslationColumns();
  const read = async () => {
    if (words) return sheetOf(columns, shown, words, null);
    const found = await everyPage<ListedText>(async (limit, offset) => {
      const page = await client.fetchQuery(translations({ ...query, limit, offset }));
      return { total: page.total, rows: page.translations };
    });
    return sheetOf(columns, shown, found, null);
  };
  return (
    <ExportMenu
      table="translations"
      caption={intl.formatMessage({ id: "translations.title" })}
      space="real"
      read={read}
    />
  );
}
