// Within how many days a person's request is answered, by which text, and from which day of receipt.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { may, me } from "../api/account.ts";
import { deadlines, type RequestDeadline, setDeadline } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { needed } from "../form/needed.ts";
import { useAfter } from "../form/use-after.ts";
import { useForm } from "../form/use-form.ts";
import { Day, Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { AreaTabs } from "./tabs.tsx";
import "../agreements/forms/agreement-forms.css";
import "./people.css";

export function DeadlinesPage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "people.deadlines" });
  const { data: who } = useQuery(me());
  const { data, error, refetch } = useQuery(deadlines());
  return (
    <Page
      title={name}
      name={name}
      lead={
        <>
          <FormattedMessage id="people.deadlinesLead" />{" "}
          <Link to="/people/requests" className="not-printed">
            <FormattedMessage id="people.toRequests" />
          </Link>
        </>
      }
    >
      <AreaTabs />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <DeadlineTable deadlines={data} />}
      {data && may(who, "person_requests.handle") && (
        <div className="later-section">
          <SetDeadline />
        </div>
      )}
    </Page>
  );
}

function DeadlineTable({ deadlines: all }: { deadlines: readonly RequestDeadline[] }) {
  const intl = useIntl();
  const label = (key: string) => intl.formatMessage({ id: `people.column.${key}` });
  const columns: Column<RequestDeadline>[] = [
    {
      id: "kind",
      label: label("kind"),
      isName: true,
      cell: ({ kind }) => <FormattedMessage id={`people.kind.${kind}`} />,
    },
    {
      id: "from",
      label: label("from"),
      cell: ({ from }) => (from ? <Day value={from} /> : <FormattedMessage id="people.deadline.given" />),
    },
    {
      id: "days",
      label: label("days"),
      isNumber: true,
      cell: ({ days }) => <FormattedMessage id="people.deadline.count" values={{ count: days }} />,
    },
    { id: "source", label: label("source"), cell: (one) => <Source of={one} /> },
  ];
  return (
    <DataTable
      name="request-deadlines"
      caption={intl.formatMessage({ id: "people.deadlines" })}
      columns={columns}
      rows={all}
      keyOf={({ kind, from }) => `${kind} ${from}`}
      whenEmpty={null}
    />
  );
}

/** What comes with the product is said in the reader's language; what was set, as it was written. */
function Source({ of: { kind, from, source } }: { of: RequestDeadline }) {
  if (from !== null) return <Name>{source}</Name>;
  return <FormattedMessage id={`people.deadline.rests.${kind === "access" ? "rule" : "article8"}`} />;
}

const kinds = ["access", "correction", "erasure", "objection"] as const;
const empty = { kind: "", days: "", from: "", source: "" };

function SetDeadline() {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: "request deadline",
    recorded: { texts: empty, revision: null },
    rules: bodies.setDeadline,
    check: (values) => needed(values, "kind", "days"),
    about: { "kernel.term_too_early": "from" },
    save: ({ kind, days, from, source }) =>
      setDeadline({
        kind: kinds.find((one) => one === kind) ?? "access",
        ...{ days: Number(days), from, source: source.trim() },
      }),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "people.deadline.set" })}>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="people.deadline.kind"
        options={kinds.map((value) => ({ value, id: `people.kind.${value}` }))}
      />
      <AskText
        form={form}
        name="days"
        digits
        isNeeded
        label="people.deadline.days"
        why="people.deadline.days.why"
      />
      <AskText
        form={form}
        name="from"
        type="date"
        label="people.deadline.from"
        why="people.deadline.from.why"
      />
      <AskText form={form} name="source" label="people.deadline.source" why="people.deadline.source.why" />
    </AddForm>
  );
}
