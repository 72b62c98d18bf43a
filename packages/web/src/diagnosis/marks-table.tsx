// Every mark of which the ranks are made: a line a merged finding, a column one who marks on one criterion.
import { FormattedMessage, useIntl } from "react-intl";
import type { Diagnosis } from "../api/diagnoses.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { Count, Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { mergedMark } from "./say.tsx";

type Ranking = NonNullable<Diagnosis["ranking"]>;

export function useCriterionName() {
  const locale = useLocale();
  return ({ name, nameAr }: Ranking["criteria"][number]) => (locale === "ar" ? (nameAr ?? name) : name);
}

export function useMarkerName(space: Diagnosis["space"]) {
  const nameOf = useOrganisationName(space);
  return ({ actor, name }: Ranking["markers"][number]) =>
    actor === null ? name : nameOf({ reference: actor, name });
}

interface MarksTableProps {
  readonly diagnosis: Diagnosis;
  readonly ranking: Ranking;
}

export function MarksTable({ diagnosis, ranking }: MarksTableProps) {
  const intl = useIntl();
  const { criteria, markers, marks } = ranking;
  if (marks.length === 0) return null;
  const columns = markers.flatMap((marker) => criteria.map((criterion) => ({ marker, criterion })));
  const markOf = (merged: number, { marker, criterion }: (typeof columns)[number]) =>
    marks.find((one) => one.merged === merged && one.criterion === criterion.number && one.by === marker.key)
      ?.mark;
  const caption = intl.formatMessage({ id: "diagnosis.marks" });
  return (
    <details className="marks">
      <summary>
        <FormattedMessage id="diagnosis.marksBy" values={{ count: markers.length }} />
      </summary>
      <div className="table-frame">
        <table className="table">
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <FormattedMessage id="diagnosis.column.merged" />
              </th>
              {columns.map(({ marker, criterion }) => (
                <MarkerHead
                  key={`${marker.key} ${criterion.number}`}
                  {...{ marker, criterion, diagnosis, ranking }}
                />
              ))}
              <th scope="col" className="number">
                <FormattedMessage id="diagnosis.column.score" />
              </th>
            </tr>
          </thead>
          <tbody>
            {diagnosis.merged.map((one) => (
              <tr key={one.number}>
                <th scope="row">
                  <Name>{mergedMark(one.number)}</Name>
                </th>
                {columns.map((column) => (
                  <td key={`${column.marker.key} ${column.criterion.number}`} className="number">
                    <Count value={markOf(one.number, column)} />
                  </td>
                ))}
                <td className="number">
                  <Count value={one.score} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

interface MarkerHeadProps extends MarksTableProps {
  readonly marker: Ranking["markers"][number];
  readonly criterion: Ranking["criteria"][number];
}

function MarkerHead({ marker, criterion, diagnosis, ranking }: MarkerHeadProps) {
  const criterionName = useCriterionName();
  const markerName = useMarkerName(diagnosis.space);
  return (
    <th scope="col" className="number">
      <Name>{markerName(marker)}</Name>
      {ranking.kind === "criteria" && (
        <>
          <br />
          <Name>{criterionName(criterion)}</Name>{" "}
          <FormattedMessage id="diagnosis.weight" values={{ weight: criterion.weight }} />
        </>
      )}
    </th>
  );
}
