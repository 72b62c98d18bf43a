import { Link } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import { useTitle } from "../agreements/agreement-words.tsx";
import type { ListedDiagnosis } from "../api/diagnoses.ts";
import { Count, Day, Name, NoNumber } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";
import { StageMark, usePlaceName, useStageWords } from "./say.tsx";

type Counted =
  | ("actors" | "held" | "workshops" | "present" | "women" | "findings" | "merged" | "actions")
  | ("retained" | "rejected");

export function useDiagnosisColumns(): Column<ListedDiagnosis>[] {
  const named = useNameColumns();
  const intl = useIntl();
  const count = (id: Counted, atFirstHidden = false): Column<ListedDiagnosis> => ({
    ...{ id, label: intl.formatMessage({ id: `diagnosis.column.${id}` }), isNumber: true, atFirstHidden },
    cell: (one) => <Count value={one[id]} />,
    value: (one) => one[id],
  });
  return [
    ...named,
    ...[
      count("actors", true),
      count("workshops", true),
      count("held"),
      count("present"),
      count("women", true),
    ],
    ...[count("findings"), count("merged", true), count("actions"), count("retained"), count("rejected")],
  ];
}

/** Which diagnosis it is: its title, its stage, where and for which agreement. */
function useNameColumns(): Column<ListedDiagnosis>[] {
  const intl = useIntl();
  const titleOf = useTitle();
  const placeOf = usePlaceName();
  const stage = useStageWords();
  const label = (key: string) => intl.formatMessage({ id: `diagnosis.column.${key}` });
  return [
    {
      ...{ id: "title", label: label("title"), isName: true, sortsAs: "title" },
      cell: (one) => (
        <span className="merged-words">
          <Link to="/diagnoses/$reference" params={{ reference: one.reference }}>
            <Name>{titleOf(one)}</Name>
          </Link>
          <span className="small muted">
            <Name>{one.reference}</Name>
          </span>
        </span>
      ),
      values: [
        { label: label("title"), of: titleOf },
        { label: label("reference"), of: ({ reference }) => reference },
      ],
    },
    {
      ...{ id: "state", label: label("state"), sortsAs: "state" },
      cell: ({ state }) => <StageMark state={state} />,
      value: ({ state }) => stage(state),
    },
    {
      ...{ id: "place", label: label("place") },
      cell: ({ territory }) => <Name>{placeOf(territory)}</Name>,
      value: ({ territory }) => placeOf(territory),
    },
    {
      ...{ id: "agreement", label: label("agreement") },
      cell: ({ agreement }) =>
        agreement ? (
          <Link to="/agreements/$reference" params={{ reference: agreement.reference }}>
            <Name>{agreement.reference}</Name>
          </Link>
        ) : (
          <NoNumber />
        ),
      value: ({ agreement }) => agreement?.reference ?? null,
    },
    {
      ...{ id: "starts", label: label("starts"), sortsAs: "starts", atFirstHidden: true },
      cell: ({ startsOn }) => (startsOn ? <Day value={startsOn} /> : <NoNumber />),
      value: ({ startsOn }) => startsOn,
    },
  ];
}
