// Under a figure of the labour market: every number of that place by that method, with its year and its source.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { type LabourFigure, labour } from "../api/places.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Failure } from "../app/failure.tsx";
import { type OpenedLabour, useOpen } from "../app/opened.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Drawer } from "../drawer/drawer.tsx";
import { Count, Name } from "../language/figures.tsx";
import { DataTable } from "../table/data-table.tsx";
import { seekersAt } from "./labour-figures.ts";
import { useGroupWords, useRate } from "./labour-words.ts";

export function LabourDrawer({ opened: { of, method } }: { readonly opened: OpenedLabour }) {
  const open = useOpen();
  const space = useShownSpace();
  const words = useVocabulary(space);
  const { data, error, refetch } = useQuery(labour(space));
  const figures = data?.filter((one) => one.territory === of && one.method === method);
  return (
    <Drawer
      title={
        <FormattedMessage
          id={`labour.drawer.${method}`}
          values={{ place: <Name key="place">{words.place(of)}</Name> }}
        />
      }
      onClose={() => open(null)}
    >
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {figures && (
        <section className="drawer-section">
          <p className="small">
            <FormattedMessage id={`labour.${method}Defined`} />
          </p>
          {method === "census" && <Subtraction figures={figures} territory={of} />}
          <Figures figures={figures} />
        </section>
      )}
    </Drawer>
  );
}

/** The active less the employed: how the number of job seekers comes about. */
function Subtraction({ figures, territory }: { figures: readonly LabourFigure[]; territory: string }) {
  const seekers = seekersAt(figures, territory);
  if (seekers === null) {
    return (
      <p className="muted">
        <FormattedMessage id="labour.noDenominatorHere" />
      </p>
    );
  }
  return (
    <p className="labour-sum">
      <FormattedMessage
        id="labour.subtraction"
        values={{
          active: <Count key="active" value={seekers.active} />,
          employed: <Count key="employed" value={seekers.employed} />,
          seekers: (
            <strong key="seekers">
              <Count value={seekers.value} />
            </strong>
          ),
        }}
      />
    </p>
  );
}

const measures = ["active", "employed", "unemployed", "unemployment_rate", "activity_rate"];
const isPart = ({ sex, milieu }: LabourFigure) => Number(sex !== "all" || milieu !== "all");

/** Numbers before rates, the newest first, the whole before its parts. */
const inOrder = (a: LabourFigure, b: LabourFigure) =>
  measures.indexOf(a.measure) - measures.indexOf(b.measure) || b.year - a.year || isPart(a) - isPart(b);

function Figures({ figures }: { figures: readonly LabourFigure[] }) {
  const intl = useIntl();
  const rate = useRate();
  const groupOf = useGroupWords();
  const label = (key: string) => intl.formatMessage({ id: `labour.column.${key}` });
  return (
    <DataTable
      name="labour"
      caption={intl.formatMessage({ id: "labour.title" })}
      rows={figures.toSorted(inOrder)}
      keyOf={({ measure, year, sex, milieu }) => `${measure} ${year} ${sex} ${milieu}`}
      whenEmpty={<FormattedMessage id="labour.empty" />}
      columns={[
        {
          ...{ id: "measure", label: label("measure"), isName: true },
          cell: ({ measure }) => <FormattedMessage id={`labour.measure.${measure}`} />,
        },
        { id: "group", label: label("group"), cell: groupOf },
        { id: "year", label: label("year"), cell: ({ year }) => <bdi>{year}</bdi> },
        {
          ...{ id: "value", label: label("value"), isNumber: true },
          cell: ({ measure, value }) => (
            <bdi data-measure={measure}>
              {measure.endsWith("rate") ? rate(value) : intl.formatNumber(value)}
            </bdi>
          ),
        },
        {
          ...{ id: "source", label: label("source") },
          cell: ({ source }) => (
            <span className="labour-source">
              <Name>{source}</Name>
            </span>
          ),
        },
      ]}
    />
  );
}
