// Every Arabic text of the product and the register that no native professional has read, to be read one by one.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type TranslationsQuery, translations } from "../api/translations.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { DataTable } from "../table/data-table.tsx";
import { OnPage } from "../table/on-page.tsx";
import { Paging } from "../table/paging.tsx";
import type { TranslationsSearch } from "./address.ts";
import { useTranslationColumns } from "./translation-columns.tsx";
import { TranslationsExport } from "./translations-export.tsx";
import { TranslationsFilters } from "./translations-filters.tsx";
import { useScreenWords } from "./use-screen-words.ts";
import "./translations.css";

const pageSize = 50;

export function TranslationsPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/translations" });
  const navigate = useNavigate({ from: "/translations" });
  const { kind, state = "waiting", text, offset = 0 } = search;
  const isScreen = kind === "screen";
  const query: TranslationsQuery = { kind: isScreen ? undefined : kind, state, text };
  const read = useQuery(translations({ ...query, limit: pageSize, offset: isScreen ? 0 : offset }));
  const words = useScreenWords({ isAsked: isScreen, text: text ?? "" });
  const columns = useTranslationColumns();
  const change = (part: Partial<TranslationsSearch>) =>
    void navigate({ search: (before) => ({ ...before, offset: undefined, ...part }), replace: true });
  const name = intl.formatMessage({ id: "translations.title" });
  const rows = isScreen ? words?.slice(offset, offset + pageSize) : read.data?.translations;
  const total = isScreen ? (words?.length ?? 0) : (read.data?.total ?? 0);
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="translations.lead" />}>
      <TranslationsFilters search={search} counts={read.data?.counts ?? []} onChange={change} />
      {read.error && <Failure error={read.error} reset={() => void read.refetch()} />}
      {!rows && !read.error && <Waiting lines={12} />}
      {isScreen && (
        <p className="small muted">
          <FormattedMessage id="translations.inTheCode" />
        </p>
      )}
      {rows && (
        <OnPage offset={offset} rows={rows.length} onFirst={() => change({ offset: undefined })}>
          <DataTable
            name="translations"
            caption={name}
            columns={columns}
            rows={rows}
            keyOf={({ kind: of, key, field }) => `${of} ${key} ${field}`}
            whenEmpty={<WhyEmpty search={search} />}
            tools={(shown) => (
              <TranslationsExport query={query} words={isScreen ? (words ?? []) : null} shown={shown} />
            )}
          />
          <Paging
            total={total}
            offset={offset}
            limit={pageSize}
            onPage={(next) => change({ offset: next || undefined })}
          />
        </OnPage>
      )}
    </Page>
  );
}

function WhyEmpty({ search: { text, kind, state } }: { search: TranslationsSearch }) {
  if (text || kind) return <FormattedMessage id="translations.emptyFiltered" />;
  return (
    <FormattedMessage id={state === "reviewed" ? "translations.noneReviewed" : "translations.noneWaits"} />
  );
}
