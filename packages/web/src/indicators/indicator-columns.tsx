import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { Indicator } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import type { Column } from "../table/data-table.tsx";

export function useIndicatorColumns(): Column<Indicator>[] {
  const intl = useIntl();
  const label = useLabel();
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
          <Link to="/indicators/$code" params={{ code: one.code }}>
            <strong>{label(one.label)}</strong>
          </Link>
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
    ...useClassing(),
  ];
}

/** How it is counted, added up and proven. */
function useClassing(): Column<Indicator>[] {
  const intl = useIntl();
  const words = useVocabulary("real");
  const column = (key: string) => intl.formatMessage({ id: `indicators.column.${key}` });
  return [
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
      <Link className="small" to="/indicators/$code" params={{ code: indicator.code }}>
        <FormattedMessage id="indicators.version" values={{ version: indicator.definition.version }} />
      </Link>
    </div>
  );
}
