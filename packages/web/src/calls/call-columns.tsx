import { Link } from "@tanstack/react-router";
import { useIntl } from "react-intl";
import type { ListedCall } from "../api/calls.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Space } from "../app/address.ts";
import { Count, Day, Money, Name } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";
import { useCallTitle } from "./call-words.tsx";

export function useCallColumns(space: Space): Column<ListedCall>[] {
  const intl = useIntl();
  const nameOf = useOrganisationName(space);
  const titleOf = useCallTitle();
  const label = (key: string) => intl.formatMessage({ id: `calls.column.${key}` });
  const stateOf = ({ state, isTaking }: ListedCall) =>
    intl.formatMessage({ id: state === "open" && !isTaking ? "calls.state.over" : `calls.state.${state}` });
  return [
    {
      ...{ id: "title", label: label("title"), isName: true },
      cell: (one) => (
        <span className="list-title">
          <Link to="/calls/$call" params={{ call: one.reference }}>
            <Name>{titleOf(one)}</Name>
          </Link>
          <span className="small muted">
            <Name>{one.reference}</Name> · <Name>{nameOf(one.launchedBy)}</Name>
          </span>
        </span>
      ),
      values: [
        { label: label("title"), of: titleOf },
        { label: label("reference"), of: ({ reference }) => reference },
        { label: label("launchedBy"), of: ({ launchedBy }) => nameOf(launchedBy) },
      ],
    },
    { id: "state", label: label("state"), cell: stateOf, value: stateOf },
    {
      ...{ id: "closes", label: label("closes") },
      cell: ({ closesOn }) => <Day value={closesOn} />,
      value: ({ closesOn }) => closesOn,
    },
    {
      ...{ id: "envelope", label: label("envelope"), isNumber: true },
      cell: ({ envelope, currency }) => <Money amount={envelope} currency={currency} />,
      values: [
        { label: label("envelope"), of: ({ envelope }) => Number(envelope) },
        { label: label("currency"), of: ({ currency }) => currency },
      ],
    },
    {
      ...{ id: "received", label: label("received"), isNumber: true },
      cell: ({ received }) => <Count value={received} />,
      value: ({ received }) => received,
    },
    {
      ...{ id: "accepted", label: label("accepted"), isNumber: true },
      cell: ({ accepted, state }) => (
        <Count value={["decided", "published"].includes(state) ? accepted : null} />
      ),
      value: ({ accepted, state }) => (["decided", "published"].includes(state) ? accepted : null),
    },
  ];
}
