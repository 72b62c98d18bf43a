// The catalogue: what each indicator counts, when, and what proves it; every version of its definition.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type Indicator, indicators } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { WordsFilter } from "../form/words-filter.tsx";
import { useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { holdsWords } from "./holds-words.ts";
import { Versions } from "./versions.tsx";
import "./indicators.css";

export function IndicatorsPage() {
  const intl = useIntl();
  const columns = useIndicatorColumns();
  const { data, error, refetch } = useQuery(indicators());
  const { text = "" } = useSearch({ from: "/indicators" });
  const navigate = useNavigate({ from: "/indicators" });
  const found = (data ?? []).filter((one) => holdsWords(one, text));
  const name = intl.formatMessage({ id: "indicators.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="indicators.lead" />}>
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
      )}
    </Page>
  );
}

function useIndicatorColumns(): Column<Indicator>[] {
  const intl = useIntl();
  const label = useLabel();
  const words = useVocabulary("real");
  const locale = useLocale();
  const column = (key: string) => intl.formatMessage({ id: `indicators.column.${key}` });
  return [
    {
      id: "name",
      label: column("name"),
      isName: true,
      values: [
        { label: column("name"), of: (one) => label(one.label) },
        { label: column("code"), of: (one) => one.code },
      ],
      cell: (one) => (
        <span className="indicator-name">
          <strong>{label(one.label)}</strong>
          <code className="small muted">{one.code}</code>
          {locale === "ar" && !one.arReviewed && (
            <span className="small muted">
              <FormattedMessage id="indicators.unreviewed" />
            </span>
          )}
        </span>
      ),
    },
    {
      id: "definition",
      label: column("definition"),
      cell: (one) => <Definition indicator={one} />,
      values: [
        { label: column("definition"), of: (one) => label(one.definition.definition) },
        { label: column("version"), of: (one) => one.definition.version },
        { label: column("from"), of: (one) => one.definition.effectiveFrom },
      ],
    },
    {
      id: "unit",
      label: column("unit"),
      cell: (one) => words.unit(one.unit),
      value: (one) => words.unit(one.unit),
    },
    {
      id: "nature",
      label: column("nature"),
      cell: (one) => <FormattedMessage id={`indicators.nature.${one.nature}`} />,
      value: (one) => intl.formatMessage({ id: `indicators.nature.${one.nature}` }),
    },
    {
      id: "aggregation",
      label: column("aggregation"),
      cell: (one) => <FormattedMessage id={`indicators.aggregation.${one.aggregation}`} />,
      value: (one) => intl.formatMessage({ id: `indicators.aggregation.${one.aggregation}` }),
    },
    {
      id: "proof",
      label: column("proof"),
      cell: (one) => <FormattedMessage id={`figure.evidence.E${one.definition.proofLevel}`} />,
      value: (one) => `E${one.definition.proofLevel}`,
    },
    {
      id: "aliases",
      label: column("aliases"),
      cell: (one) => <code className="small">{one.aliases.join(", ")}</code>,
      value: (one) => one.aliases.join(", "),
      atFirstHidden: true,
    },
  ];
}

function Definition({ indicator }: { indicator: Indicator }) {
  const label = useLabel();
  return (
    <div className="indicator-definition">
      {indicator.definition.state === "undefined" && (
        <p className="attention">
          <FormattedMessage id="indicators.undefined" />
        </p>
      )}
      <p>{label(indicator.definition.definition)}</p>
      <Versions code={indicator.code} current={indicator.definition.version} />
    </div>
  );
}
