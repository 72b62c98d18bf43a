// What was told and adds nothing to a total: told again, counted under another promise too, refused; each opens.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type NotCountedKind, type NotCountedRow, notCounted } from "../api/results.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { Count, Day, Name, useLabel } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { Paging } from "../table/paging.tsx";
import { ChooseAgreement } from "./choose-commitment.tsx";
import { ResultsWords } from "./results-words.tsx";
import { Chosen } from "./search-field.tsx";
import { ResultTabs } from "./tabs.tsx";

export function NotCountedPage() {
  return (
    <ResultsWords>
      <NotCountedScreen />
    </ResultsWords>
  );
}

function NotCountedScreen() {
  const intl = useIntl();
  const space = useShownSpace();
  const navigate = useNavigate({ from: "/results/not-counted" });
  const { agreement } = useSearch({ from: "/results/not-counted" });
  const name = intl.formatMessage({ id: "results.notCountedTitle" });
  const choose = (chosen: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, agreement: chosen }) });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="results.notCountedLead" />}>
      <ResultTabs />
      {agreement === undefined ? (
        <ChooseAgreement key={space} space={space} onChoose={choose} />
      ) : (
        <Of key={agreement} agreement={agreement} onOther={() => choose(undefined)} />
      )}
    </Page>
  );
}

const kinds: readonly NotCountedKind[] = ["repeat", "overlap", "refused"];
const atOnce = 50;

function Of({ agreement, onOther }: { agreement: string; onOther: () => void }) {
  const intl = useIntl();
  const space = useShownSpace();
  const [kind, setKind] = useState<NotCountedKind>("repeat");
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery(notCounted({ agreement, kind, offset, limit: atOnce }));
  const columns = useColumns();
  const caption = intl.formatMessage({ id: `results.kindOf.${kind}` });
  const mark = space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  return (
    <>
      <Chosen label={<FormattedMessage id="results.agreement" />} onClear={onOther}>
        <Name>{agreement}</Name>
      </Chosen>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <fieldset className="kinds">
            <legend className="unseen">
              <FormattedMessage id="results.notCountedTitle" />
            </legend>
            {kinds.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="kind"
                  checked={one === kind}
                  onChange={() => {
                    setOffset(0);
                    setKind(one);
                  }}
                />{" "}
                <FormattedMessage id={`results.kindOf.${one}`} /> (<Count value={data.counts[one]} />)
              </label>
            ))}
          </fieldset>
          <DataTable
            name="not-counted"
            caption={caption}
            columns={columns}
            rows={data.told}
            keyOf={({ fact }) => fact}
            whenEmpty={<FormattedMessage id="results.noneOfKind" />}
            tools={(shown) => (
              <ExportMenu
                table={`not-counted-${agreement}`}
                caption={caption}
                space={space}
                read={async () => sheetOf(columns, shown, data.told, mark)}
              />
            )}
          />
          <Paging total={data.counts[kind]} offset={offset} limit={atOnce} onPage={setOffset} />
        </>
      )}
    </>
  );
}

function useColumns(): Column<NotCountedRow>[] {
  const intl = useIntl();
  const words = useVocabulary(useShownSpace());
  const nameOf = useLabel();
  const label = (key: string) => intl.formatMessage({ id: `results.column.${key}` });
  const placeOf = ({ placeName }: NotCountedRow) => placeName && nameOf(placeName);
  const reasonOf = ({ reason }: NotCountedRow) =>
    reason === null ? null : intl.formatMessage({ id: `core.results.reason.${reason}` });
  return [
    {
      id: "result",
      label: label("result"),
      isName: true,
      cell: (row) => (
        <Link to="/results/fact/$fact" params={{ fact: row.fact }}>
          {words.indicator(row.indicator)}
        </Link>
      ),
      value: (row) => words.indicator(row.indicator),
    },
    { id: "date", label: label("date"), cell: (row) => <Day value={row.date} />, value: (row) => row.date },
    {
      id: "commitment",
      label: label("commitment"),
      cell: (row) => <Name>{row.commitment}</Name>,
      value: (row) => row.commitment,
    },
    { id: "place", label: label("place"), cell: (row) => <Name>{placeOf(row)}</Name>, value: placeOf },
    {
      id: "source",
      label: label("source"),
      cell: (row) => <Name>{row.source}</Name>,
      value: (row) => row.source,
    },
    { id: "why", label: label("why"), cell: (row) => <Why row={row} />, value: reasonOf },
  ];
}

/** Why it adds nothing: the row that counts instead, or the rule that it does not meet. */
function Why({ row }: { row: NotCountedRow }) {
  if (row.counting !== null) {
    return (
      <Link to="/results/fact/$fact" params={{ fact: row.counting }}>
        <FormattedMessage id="results.theOneThatCounts" />
      </Link>
    );
  }
  if (row.reason !== null) return <FormattedMessage id={`core.results.reason.${row.reason}`} />;
  return <FormattedMessage id="results.elsewhereToo" />;
}
