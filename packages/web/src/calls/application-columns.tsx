// The columns of a call's applications: the project and who proposes it, its money, what it lacks, what became of it.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { Call, ListedApplication } from "../api/calls.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { Instant, Money, Name, NoNumber } from "../language/figures.tsx";
import type { Column } from "../table/data-table.tsx";
import { useMissing } from "./call-words.tsx";

function useLabelOf() {
  const intl = useIntl();
  return (key: string) => intl.formatMessage({ id: `calls.column.${key}` });
}

function useProjectColumn(call: Call): Column<ListedApplication> {
  const intl = useIntl();
  const nameOf = useOrganisationName(call.space);
  const label = useLabelOf();
  return {
    ...{ id: "project", label: label("project"), isName: true },
    cell: (one) => (
      <span className="list-title">
        <Link
          to="/calls/$call/applications/$application"
          params={{ call: call.reference, application: one.id }}
        >
          <Name>{one.title ?? intl.formatMessage({ id: "calls.untitled" })}</Name>
        </Link>
        <span className="small muted">
          <Name>{nameOf(one.organisation)}</Name>
          {one.receipt && (
            <>
              {" · "}
              <bdi className="nowrap">{one.receipt}</bdi>
            </>
          )}
        </span>
      </span>
    ),
    values: [
      { label: label("project"), of: ({ title }) => title },
      { label: label("organisation"), of: ({ organisation }) => nameOf(organisation) },
      { label: label("receipt"), of: ({ receipt }) => receipt },
    ],
  };
}

export function useApplicationColumns(call: Call): Column<ListedApplication>[] {
  const intl = useIntl();
  const say = useMissing();
  const label = useLabelOf();
  const project = useProjectColumn(call);
  const lacks = ({ missing }: ListedApplication) => missing.map(say).join(" · ");
  const admission = ({ admitted, state }: ListedApplication) =>
    intl.formatMessage({
      id:
        state === "submitted"
          ? `calls.admitted.${admitted ?? (call.state === "open" ? "notYet" : "waits")}`
          : `calls.application.${state}`,
    });
  const money = (key: "asked" | "own"): Column<ListedApplication> => ({
    ...{ id: key, label: label(key), isNumber: true },
    cell: (one) => {
      const amount = one[key];
      return amount === null ? <NoNumber /> : <Money amount={amount} currency={call.currency} />;
    },
    value: (one) => (one[key] === null ? null : Number(one[key])),
  });
  return [
    project,
    {
      ...{ id: "submitted", label: label("submitted") },
      cell: ({ submittedAt }) => (submittedAt === null ? null : <Instant value={submittedAt} />),
      value: ({ submittedAt }) => submittedAt,
    },
    money("asked"),
    money("own"),
    {
      ...{ id: "missing", label: label("missing") },
      cell: (one) =>
        one.missing.length === 0 ? (
          <FormattedMessage id="calls.nothingMissing" />
        ) : (
          <span className="attention">
            <Name>{lacks(one)}</Name>
          </span>
        ),
      value: lacks,
    },
    { id: "admission", label: label("admission"), cell: admission, value: admission },
    {
      ...{ id: "agreement", label: label("agreement"), atFirstHidden: call.state !== "published" },
      cell: ({ agreement }) =>
        agreement === null ? (
          <NoNumber />
        ) : (
          <Link to="/agreements/$reference" params={{ reference: agreement }}>
            <bdi>{agreement}</bdi>
          </Link>
        ),
      value: ({ agreement }) => agreement,
    },
  ];
}
