// The applications of a call as a table: what each lacks, whether it is judged, what became of it.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Me } from "../api/account.ts";
import type { Applications, Call, ListedApplication } from "../api/calls.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { sheetOf } from "../export/sheet-of.ts";
import { Instant, Money, Name, NoNumber } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { useMissing } from "./call-words.tsx";
import "../agreements/list.css";

interface ApplicationsProps {
  readonly call: Call;
  readonly given: Applications;
  readonly who: Me;
}

export function ApplicationsSection({ call, given }: ApplicationsProps) {
  const intl = useIntl();
  const columns = useColumns(call);
  const name = intl.formatMessage({ id: "calls.applications" });
  const mark = call.space === "simulated" ? intl.formatMessage({ id: "shell.simulated" }) : null;
  if (call.state === "prepared") return null;
  return (
    <Section title={name} anchor="applications">
      <DataTable
        name="applications"
        caption={name}
        columns={columns}
        rows={given.applications}
        keyOf={({ id }) => id}
        whenEmpty={<FormattedMessage id="calls.noApplication" />}
        choosesColumns
        tools={(shown) => (
          <ExportMenu
            table="applications"
            caption={`${name} · ${call.reference}`}
            space={call.space}
            read={async () => sheetOf(columns, shown, given.applications, mark)}
          />
        )}
      />
    </Section>
  );
}

function useColumns(call: Call): Column<ListedApplication>[] {
  const intl = useIntl();
  const say = useMissing();
  const nameOf = useOrganisationName(call.space);
  const label = (key: string) => intl.formatMessage({ id: `calls.column.${key}` });
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
    {
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
                <bdi>{one.receipt}</bdi>
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
    },
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
        agreement && (
          <Link to="/agreements/$reference" params={{ reference: agreement }}>
            <bdi>{agreement}</bdi>
          </Link>
        ),
      value: ({ agreement }) => agreement,
    },
  ];
}
