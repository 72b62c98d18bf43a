// Open a text, and see those that wait, those that were recorded, those in which there was nothing to record.
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../../api/account.ts";
import { Failure } from "../../app/failure.tsx";
import { Page } from "../../app/page.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { ActorName, Day, Name } from "../../language/figures.tsx";
import { type Column, DataTable } from "../../table/data-table.tsx";
import { intakes } from "../ask.ts";
import { IntakeWords } from "../intake-words.tsx";
import type { IntakeSummary } from "../model/intake.ts";
import { shownStates } from "./address.ts";
import { OpenForm } from "./open-form.tsx";
import "../forms/forms.css";
import "./open.css";

export function IntakesPage() {
  return (
    <IntakeWords>
      <Intakes />
    </IntakeWords>
  );
}

function Intakes() {
  const intl = useIntl();
  const { space = "real", state = "open" } = useSearch({ from: "/intake" });
  const opens = may(useQuery(me()).data, "drafts.review");
  const { data, error, refetch } = useQuery(intakes(space, state));
  const columns = useColumns();
  const name = intl.formatMessage({ id: "intake.title" });
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="intake.lead" />}>
      {opens && <OpenForm space={space} />}
      <nav className="intake-states" aria-label={intl.formatMessage({ id: "intake.states" })}>
        {shownStates.map((one) => (
          <Link
            key={one}
            to="/intake"
            search={one === "open" ? {} : { state: one }}
            aria-current={one === state ? "page" : undefined}
            activeOptions={{ exact: true }}
          >
            <FormattedMessage id={`intake.state.${one}`} />
          </Link>
        ))}
      </nav>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && (
        <DataTable
          name="intakes"
          caption={intl.formatMessage({ id: `intake.state.${state}` })}
          columns={columns}
          rows={data.intakes}
          keyOf={(one) => one.id}
          whenEmpty={<FormattedMessage id={`intake.empty.${state}`} />}
        />
      )}
    </Page>
  );
}

function useColumns(): readonly Column<IntakeSummary>[] {
  const intl = useIntl();
  const label = (id: string) => intl.formatMessage({ id });
  return [
    {
      ...{ id: "file", label: label("intake.column.file"), isName: true },
      cell: (one) => (
        <Link to="/intake/$intake" params={{ intake: one.id }}>
          <Name lang={one.language ?? undefined}>{one.file}</Name>
        </Link>
      ),
    },
    {
      ...{ id: "progress", label: label("intake.column.progress"), isNumber: true },
      cell: (one) => (
        <FormattedMessage id="intake.decidedOf" values={{ decided: one.decided, wanted: one.wanted }} />
      ),
    },
    {
      ...{ id: "opened", label: label("intake.column.opened") },
      cell: (one) => <Day value={one.openedAt} />,
    },
    { ...{ id: "by", label: label("intake.column.by") }, cell: (one) => <ActorName label={one.openedBy} /> },
    { ...{ id: "result", label: label("intake.column.result") }, cell: (one) => <Result one={one} /> },
  ];
}

function Result({ one }: { one: IntakeSummary }) {
  if (one.state === "nothing")
    return <bdi>{one.reason ?? <FormattedMessage id="intake.state.nothing" />}</bdi>;
  return (
    <>
      {one.agreements.map((reference) => (
        <span key={reference}>
          <Link to="/agreements/$reference" params={{ reference }}>
            <bdi>{reference}</bdi>
          </Link>{" "}
        </span>
      ))}
    </>
  );
}
