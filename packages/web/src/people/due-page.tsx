import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type Due, decideDeletion, dueDeletions } from "../api/persons.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { Day, Name } from "../language/figures.tsx";
import { type Column, DataTable } from "../table/data-table.tsx";
import { AreaTabs } from "./tabs.tsx";

const keyOf = ({ kind, object }: Due) => `${kind} ${object}`;

/** What has passed its term; nothing of it goes before somebody has decided. */
export function DuePage() {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "people.due" });
  const { data, error, refetch } = useQuery(dueDeletions());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="people.dueLead" />}>
      <AreaTabs />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Terms terms={data.terms} />
          <DueTable due={data.due} chosen={chosen} onChoose={setChosen} />
          {chosen.size > 0 && (
            <DecideForm
              items={data.due.filter((one) => chosen.has(keyOf(one)))}
              onDecided={() => setChosen(new Set())}
            />
          )}
        </>
      )}
    </Page>
  );
}

function Terms({ terms }: { terms: readonly { kind: Due["kind"]; months: number | null }[] }) {
  return (
    <ul className="term-list small muted">
      {terms.map(({ kind, months }) => (
        <li key={kind}>
          <FormattedMessage
            id="people.termLine"
            values={{
              what: <FormattedMessage id={`people.dueKind.${kind}`} />,
              term: <FormattedMessage id="people.months" values={{ months: months ?? 0 }} />,
            }}
          />
        </li>
      ))}
    </ul>
  );
}

interface DueTableProps {
  readonly due: readonly Due[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

function DueTable({ due, chosen, onChoose }: DueTableProps) {
  const intl = useIntl();
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  };
  const columns: Column<Due>[] = [
    {
      id: "object",
      label: intl.formatMessage({ id: "people.dueObject" }),
      isName: true,
      cell: (one) => (
        <label>
          <input type="checkbox" checked={chosen.has(keyOf(one))} onChange={() => toggle(keyOf(one))} />{" "}
          <FormattedMessage id={`people.dueKind.${one.kind}`} /> <Name>{one.object.slice(-12)}</Name>
        </label>
      ),
    },
    {
      id: "since",
      label: intl.formatMessage({ id: "people.dueSince" }),
      cell: ({ since }) => <Day value={since} />,
    },
  ];
  return (
    <DataTable
      name="due"
      caption={intl.formatMessage({ id: "people.due" })}
      columns={columns}
      rows={due}
      keyOf={keyOf}
      whenEmpty={<FormattedMessage id="people.nothingDue" />}
    />
  );
}

function DecideForm({ items, onDecided }: { items: readonly Due[]; onDecided: () => void }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [decision, setDecision] = useState<"delete" | "keep">("keep");
  const [keepUntil, setKeepUntil] = useState("");
  const [reason, setReason] = useState("");
  const sent = useMutation({
    mutationFn: () =>
      decideDeletion({
        items: items.map(({ kind, object }) => ({ kind, object })),
        ...{ decision, reason },
        ...(decision === "keep" && keepUntil && { keepUntil }),
      }),
    onSuccess: async () => {
      onDecided();
      await client.invalidateQueries({ queryKey: ["due"] });
    },
  });
  return (
    <section className="later-section">
      <h2>
        <FormattedMessage id="people.dueDecide" values={{ count: items.length }} />
      </h2>
      <Form
        onSend={() => sent.mutate()}
        isSending={sent.isPending}
        error={sent.error}
        action={<FormattedMessage id={decision === "keep" ? "people.keepAction" : "people.deleteAction"} />}
      >
        <ChoiceField
          label={<FormattedMessage id="people.decision" />}
          value={decision}
          onChange={(chosen) => setDecision(chosen === "delete" ? "delete" : "keep")}
          options={[
            { value: "keep", words: intl.formatMessage({ id: "people.keep" }) },
            { value: "delete", words: intl.formatMessage({ id: "people.delete" }) },
          ]}
        />
        {decision === "keep" && (
          <TextField
            label={<FormattedMessage id="people.keepUntil" />}
            type="date"
            isNeeded
            value={keepUntil}
            onChange={setKeepUntil}
          />
        )}
        <TextField
          label={<FormattedMessage id="people.reason" />}
          lines={2}
          least={3}
          most={500}
          isNeeded
          value={reason}
          onChange={setReason}
        />
      </Form>
    </section>
  );
}
