import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { Measure, Term } from "../api/measures.ts";
import { Day, Name, useLabel } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import type { Column } from "../table/data-table.tsx";
import { useMeasureKind } from "./measure-kind.ts";
import { useTermName, useTermValue } from "./term-words.ts";
import { standingOf } from "./terms.ts";

export interface MeasureRow {
  readonly measure: Measure;
  readonly depth: number;
}

/** Each measure with the terms that hold on the day, and those that are set for later. */
export function useMeasureColumns(day: string): Column<MeasureRow>[] {
  const intl = useIntl();
  const label = useLabel();
  const kind = useMeasureKind();
  const nameOf = useTermName();
  const say = useTermValue();
  const column = (key: string) => intl.formatMessage({ id: `measures.column.${key}` });
  const written = (standing: string) => (row: MeasureRow) =>
    held(row, day, standing)
      .map((term) => `${nameOf(term.setting)} ${say(term)}`)
      .join("; ");
  return [
    {
      id: "name",
      label: column("name"),
      isName: true,
      values: [
        { label: column("name"), of: ({ measure }) => label(measure.label) },
        { label: column("code"), of: ({ measure }) => measure.code },
      ],
      cell: ({ measure }) => <MeasureName measure={measure} />,
    },
    {
      id: "kind",
      label: column("kind"),
      value: ({ measure }) => kind(measure.kind),
      cell: ({ measure }) => kind(measure.kind),
    },
    {
      id: "terms",
      label: column("terms"),
      values: [
        { label: column("terms"), of: written("inForce") },
        { label: column("toCome"), of: written("toCome") },
      ],
      cell: (row) => <HeldTerms row={row} day={day} />,
    },
    {
      id: "operator",
      label: column("operator"),
      value: ({ measure }) => measure.operator,
      cell: ({ measure }) => measure.operator && <Name>{measure.operator}</Name>,
    },
  ];
}

const held = ({ measure }: MeasureRow, day: string, standing: string): Term[] =>
  measure.settings.filter((term) => standingOf(term, day) === standing);

function MeasureName({ measure }: { measure: Measure }) {
  const label = useLabel();
  const locale = useLocale();
  return (
    <span className="measure-name">
      <Link to="/measures/$code" params={{ code: measure.code }}>
        <strong>{label(measure.label)}</strong>
      </Link>
      <code className="small muted">{measure.code}</code>
      {locale === "ar" && !measure.arReviewed && (
        <span className="small muted">
          <FormattedMessage id="measures.unreviewed" />
        </span>
      )}
    </span>
  );
}

function HeldTerms({ row, day }: { row: MeasureRow; day: string }) {
  const nameOf = useTermName();
  const say = useTermValue();
  const [now, later] = [held(row, day, "inForce"), held(row, day, "toCome")];
  if (now.length + later.length === 0)
    return (
      <span className="small muted">
        <FormattedMessage id="measures.noTerm" />
      </span>
    );
  return (
    <dl className="held-terms">
      {now.map((term) => (
        <div key={term.setting}>
          <dt>{nameOf(term.setting)}</dt>
          <dd>
            <bdi>{say(term)}</bdi>
          </dd>
        </div>
      ))}
      {later.map((term) => (
        <div key={`${term.setting} ${term.from}`} data-to-come>
          <dt>
            {nameOf(term.setting)}{" "}
            {term.from && (
              <span className="small">
                <FormattedMessage id="figures.from" values={{ from: <Day value={term.from} /> }} />
              </span>
            )}
          </dt>
          <dd>
            <bdi>{say(term)}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
