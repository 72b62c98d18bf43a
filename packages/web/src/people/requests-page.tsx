import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type PersonRequest, personRequests, type RequestBody, receiveRequest } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useShownSpace } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { Paging } from "../table/paging.tsx";
import { ChoiceField, Form, TextField } from "./fields.tsx";
import { AreaTabs } from "./tabs.tsx";

/** What persons ask about their data, those that wait first. */
export function RequestsPage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const space = useShownSpace();
  const { offset = 0 } = useSearch({ from: "/people/requests" });
  const name = intl.formatMessage({ id: "people.requests" });
  const { data, error, refetch } = useQuery(personRequests({ space, offset }));
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="people.requestsLead" />}>
      <AreaTabs />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          {data.overdue > 0 && (
            <p className="late-mark">
              <FormattedMessage id="people.overdue" values={{ count: data.overdue }} />
            </p>
          )}
          <RequestTable requests={data.requests} />
          <Paging
            total={data.total}
            offset={offset}
            limit={50}
            onPage={(next) =>
              void navigate({ to: ".", search: (before: object) => ({ ...before, offset: next }) })
            }
          />
        </>
      )}
      <section className="later-section">
        <h2>
          <FormattedMessage id="people.newRequest" />
        </h2>
        <NewRequest />
      </section>
    </Page>
  );
}

function RequestTable({ requests }: { requests: readonly PersonRequest[] }) {
  const intl = useIntl();
  const column = (key: string) => intl.formatMessage({ id: `people.column.${key}` });
  const columns: Column<PersonRequest>[] = [
    {
      id: "number",
      label: column("number"),
      isName: true,
      cell: ({ number }) => (
        <Link to="/people/requests/$number" params={{ number }}>
          <Name>{number}</Name>
        </Link>
      ),
    },
    {
      id: "kind",
      label: column("kind"),
      cell: ({ kind }) => <FormattedMessage id={`people.kind.${kind}`} />,
    },
    { id: "received", label: column("received"), cell: ({ receivedOn }) => <Day value={receivedOn} /> },
    { id: "deadline", label: column("deadline"), cell: (one) => <Deadline request={one} /> },
    { id: "state", label: column("state"), cell: (one) => <RequestState request={one} /> },
  ];
  return (
    <DataTable
      name="person-requests"
      caption={intl.formatMessage({ id: "people.requests" })}
      columns={columns}
      rows={requests}
      keyOf={({ number }) => number}
      whenEmpty={<FormattedMessage id="people.noRequest" />}
    />
  );
}

export function Deadline({ request }: { request: Pick<PersonRequest, "deadline" | "isOverdue" | "doneOn"> }) {
  return (
    <span className={request.isOverdue ? "late-mark" : undefined}>
      <Day value={request.deadline} />
      {request.isOverdue && (
        <>
          {" · "}
          <FormattedMessage id={request.doneOn ? "people.doneLate" : "people.late"} />
        </>
      )}
    </span>
  );
}

export function RequestState({ request }: { request: Pick<PersonRequest, "state" | "decision"> }) {
  return (
    <>
      <FormattedMessage id={`people.state.${request.state}`} />
      {request.decision && (
        <>
          {" · "}
          <FormattedMessage id={`people.decision.${request.decision}`} />
        </>
      )}
    </>
  );
}

const kinds = ["access", "correction", "erasure", "objection"] as const;
const channels = ["counter", "letter", "mail", "phone"] as const;

function NewRequest() {
  const intl = useIntl();
  const space = useShownSpace();
  const client = useQueryClient();
  const empty: RequestBody = {
    space,
    kind: "access",
    language: "ar",
    channel: "counter",
    text: "",
    contact: "",
  };
  const [body, setBody] = useState(empty);
  const set = (part: Partial<RequestBody>) => setBody((before) => ({ ...before, ...part }));
  const sent = useMutation({
    mutationFn: () => receiveRequest({ ...body, space }),
    onSuccess: async () => {
      setBody(empty);
      await client.invalidateQueries({ queryKey: ["person-requests"] });
    },
  });
  return (
    <>
      {sent.data && (
        <p role="status">
          <FormattedMessage
            id="people.received"
            values={{ number: <Name>{sent.data.number}</Name>, deadline: <Day value={sent.data.deadline} /> }}
          />
        </p>
      )}
      <Form
        onSend={() => sent.mutate()}
        isSending={sent.isPending}
        error={sent.error}
        action={<FormattedMessage id="people.receiveAction" />}
      >
        <ChoiceField
          label={<FormattedMessage id="people.column.kind" />}
          value={body.kind}
          onChange={(kind) => set({ kind: kinds.find((one) => one === kind) ?? "access" })}
          options={kinds.map((kind) => [kind, intl.formatMessage({ id: `people.kind.${kind}` })])}
        />
        <ChoiceField
          label={<FormattedMessage id="people.channel" />}
          value={body.channel}
          onChange={(channel) => set({ channel: channels.find((one) => one === channel) ?? "counter" })}
          options={channels.map((channel) => [
            channel,
            intl.formatMessage({ id: `people.channel.${channel}` }),
          ])}
        />
        <ChoiceField
          label={<FormattedMessage id="people.answerIn" />}
          value={body.language}
          onChange={(language) => set({ language: language === "fr" ? "fr" : "ar" })}
          options={[
            ["ar", "العربية"],
            ["fr", "Français"],
          ]}
        />
        <TextField
          label={<FormattedMessage id="people.requestText" />}
          why={<FormattedMessage id="people.sealedWhy" />}
          lines={3}
          least={3}
          most={4000}
          isNeeded
          value={body.text}
          onChange={(text) => set({ text })}
        />
        <TextField
          label={<FormattedMessage id="people.contact" />}
          most={300}
          value={body.contact ?? ""}
          onChange={(contact) => set({ contact })}
        />
      </Form>
    </>
  );
}
