// What the edition would hold: its promises by state, all of them together, and each count that is not told, with why.
import { FormattedMessage, useIntl } from "react-intl";
import type { EditionPreview } from "../api/editions.ts";
import { Count, Day } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";

type HiddenCount = EditionPreview["hidden"][number];

export function PreviewOfEdition({ preview }: { preview: EditionPreview }) {
  const intl = useIntl();
  const { number, asOf, knownOn, agreements, promises, counts, hidden, threshold, states } = preview;
  const title = intl.formatMessage({ id: "editions.preview" }, { number });
  const columns = useHiddenColumns();
  return (
    <section className="edition-preview">
      <h3>{title}</h3>
      <p>
        <FormattedMessage
          id="editions.previewDays"
          values={{ asOf: <Day value={asOf} />, knownOn: <Day value={knownOn} />, agreements, promises }}
        />
      </p>
      <ul className="edition-states">
        {states.map(({ state, promises: held }) => (
          <li key={state ?? "untold"}>
            <FormattedMessage
              id="editions.stateCount"
              values={{
                state: intl.formatMessage({ id: `editions.state.${state ?? "untold"}` }),
                count: <Count value={held} />,
              }}
            />
          </li>
        ))}
      </ul>
      <p>
        <FormattedMessage id="editions.told" values={{ told: counts.told, all: counts.all, threshold }} />
      </p>
      <details>
        <summary>
          <FormattedMessage id="editions.hidden" values={{ count: hidden.length }} />
        </summary>
        <DataTable
          name="edition-hidden"
          caption={intl.formatMessage({ id: "editions.hidden" }, { count: hidden.length })}
          columns={columns}
          rows={hidden}
          keyOf={(one) => `${one.what} ${one.node} ${one.indicator} ${one.line}`}
          whenEmpty={<FormattedMessage id="editions.nothingHidden" />}
        />
      </details>
    </section>
  );
}

function useHiddenColumns(): Column<HiddenCount>[] {
  const intl = useIntl();
  const say = (id: string) => intl.formatMessage({ id: `editions.${id}` });
  const lineName = (line: string | null) => {
    if (line === null) return say("whole");
    const [dimension, code] = line.split(" ");
    return dimension === "sex" ? say(`sex.${code}`) : <bdi dir="ltr">{code}</bdi>;
  };
  return [
    {
      id: "node",
      label: say("column.promise"),
      isName: true,
      cell: ({ node }) => (node === "all" ? say("allPromises") : <bdi dir="ltr">{node}</bdi>),
    },
    { id: "what", label: say("column.what"), cell: ({ what }) => say(`what.${what}`) },
    {
      id: "line",
      label: say("column.line"),
      cell: ({ line }) => lineName(line),
    },
    { id: "why", label: say("column.why"), cell: ({ why }) => say(`why.${why}`) },
  ];
}
