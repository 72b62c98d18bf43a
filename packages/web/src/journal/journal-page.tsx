// US-32: who changed which figure, when, why; read only, and without who people are.
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { exportJournal, type JournalQuery, journal } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Refusal } from "../form/fields.tsx";
import { Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { AreaTabs } from "../people/tabs.tsx";
import type { JournalSearch } from "./address.ts";
import { Entry } from "./entry.tsx";
import { JournalFilters } from "./journal-filters.tsx";
import { keepFile } from "./keep-file.ts";
import "./journal.css";

export function JournalPage() {
  const intl = useIntl();
  const lang = useLocale();
  const navigate = useNavigate();
  const search = useSearch({ from: "/journal" });
  const { space, lang: asked, ...filter } = search;
  const query = { ...filter, lang };
  const list = useInfiniteQuery(journal(query));
  const entries = list.data?.pages.flatMap((page) => page.entries);
  const name = intl.formatMessage({ id: "journal.title" });
  const change = (part: Partial<JournalSearch>) =>
    void navigate({ to: "/journal", search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <Page title={name} name={name} lead={<Lead search={search} />} aside={<Exports query={query} />}>
      <AreaTabs />
      <JournalFilters search={search} onChange={change} />
      {list.error && <Failure error={list.error} reset={() => void list.refetch()} />}
      {!entries && !list.error && <Waiting lines={12} />}
      {entries?.length === 0 && (
        <p className="table-empty">
          <FormattedMessage id="journal.empty" />
        </p>
      )}
      <ol className="journal">
        {entries?.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {list.hasNextPage && (
        <button
          type="button"
          className="button not-printed"
          disabled={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          <FormattedMessage id="journal.more" />
        </button>
      )}
    </Page>
  );
}

function Lead({ search }: { search: JournalSearch }) {
  if (search.figure === undefined) return <FormattedMessage id="journal.lead" />;
  return (
    <FormattedMessage
      id="journal.leadFigure"
      values={{
        figure: <Name>{search.figure}</Name>,
        measure: <FormattedMessage id={`journal.measure.${search.measure ?? "realised"}`} />,
      }}
    />
  );
}

function Exports({ query }: { query: JournalQuery }) {
  const kept = useMutation({
    mutationFn: (format: "csv" | "xlsx") => exportJournal(query, format),
    onSuccess: ({ base64, fileName, mediaType }) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      keepFile(bytes, fileName, mediaType);
    },
  });
  return (
    <div className="button-row not-printed">
      {(["csv", "xlsx"] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="button"
          disabled={kept.isPending}
          onClick={() => kept.mutate(format)}
        >
          <FormattedMessage id="journal.export" values={{ format: format.toUpperCase() }} />
        </button>
      ))}
      <Refusal error={kept.error} />
    </div>
  );
}
