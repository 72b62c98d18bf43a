// The catalogue: what each indicator counts, when, and what proves it; every version of its definition.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { indicators } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Gathered } from "../app/gathered.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { WordsFilter } from "../form/words-filter.tsx";
import { DataTable } from "../table/data-table.tsx";
import { holdsWords } from "./holds-words.ts";
import { useIndicatorColumns } from "./indicator-columns.tsx";
import "./indicators.css";

export function IndicatorsPage() {
  const intl = useIntl();
  const columns = useIndicatorColumns();
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery(indicators());
  const { text = "" } = useSearch({ from: "/indicators" });
  const navigate = useNavigate({ from: "/indicators" });
  const found = (data ?? []).filter((one) => holdsWords(one, text));
  const name = intl.formatMessage({ id: "indicators.title" });
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="indicators.lead" />}
      aside={
        may(who, "vocabulary.define") && (
          <Link className="button not-printed" to="/indicators/new">
            <FormattedMessage id="indicatorForm.new" />
          </Link>
        )
      }
    >
      {error && <Failure error={error} reset={() => void refetch()} />}
      <search className="filters not-printed">
        <WordsFilter
          value={text}
          onChange={(words) =>
            void navigate({ search: (before) => ({ ...before, text: words || undefined }), replace: true })
          }
        />
        <p className="small muted">
          <FormattedMessage id="indicators.count" values={{ count: found.length }} />
        </p>
      </search>
      {!data && !error && <Waiting lines={14} />}
      {data && (
        <Gathered>
          <DataTable
            name="indicators"
            caption={name}
            columns={columns}
            rows={found}
            keyOf={(one) => one.code}
            whenEmpty={<FormattedMessage id={text ? "indicators.emptyFiltered" : "indicators.empty"} />}
            choosesColumns
            tools={(shown) => (
              <ExportMenu
                table="indicators"
                caption={name}
                space="real"
                read={async () => sheetOf(columns, shown, found, null)}
              />
            )}
          />
        </Gathered>
      )}
    </Page>
  );
}
