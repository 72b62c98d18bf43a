import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { answerComplaint, type OpenedComplaint, openComplaint } from "../api/persons.ts";
import { Page } from "../app/page.tsx";
import { ChoiceField, Form, Refusal, TextField } from "../form/fields.tsx";
import { Instant, Name } from "../language/figures.tsx";
import { AreaTabs } from "../people/tabs.tsx";
import { Entries } from "./entries.tsx";
import "./complaints.css";

/** One complaint. Its words are shown when somebody asks for them, because that is journalled. */
export function ComplaintPage() {
  const intl = useIntl();
  const { number } = useParams({ from: "/complaints/$number" });
  const opened = useMutation({ mutationFn: () => openComplaint(number) });
  return (
    <Page
      title={<FormattedMessage id="complaints.one" values={{ number: <Name>{number}</Name> }} />}
      name={intl.formatMessage({ id: "complaints.title" })}
    >
      <AreaTabs />
      {!opened.data && (
        <div className="answer">
          <p>
            <FormattedMessage id="complaints.openWhy" />
          </p>
          <button
            type="button"
            className="button main-button"
            disabled={opened.isPending}
            onClick={() => opened.mutate()}
          >
            <FormattedMessage id="complaints.openAction" />
          </button>
          <Refusal error={opened.error} />
        </div>
      )}
      {opened.data && <Opened complaint={opened.data} onAnswered={() => opened.mutate()} />}
    </Page>
  );
}

const told = ["what", "where", "when", "about", "who", "contact"] as const;

function Opened({ complaint, onAnswered }: { complaint: OpenedComplaint; onAnswered: () => void }) {
  return (
    <div className="two-sides">
      <div className="answer">
        <p className="small muted">
          <FormattedMessage id={`complaints.state.${complaint.state}`} /> ·{" "}
          <Instant value={complaint.receivedAt} />
        </p>
        {complaint.told === null && (
          <p className="muted">
            <FormattedMessage id="complaints.gone" />
          </p>
        )}
        <dl className="told">
          {told.map((field) => {
            const words = complaint.told?.[field];
            if (!words) return null;
            return (
              <div key={field}>
                <dt>
                  <FormattedMessage id={`complaints.told.${field}`} />
                </dt>
                <dd dir="auto" className="whole-text">
                  {words}
                </dd>
              </div>
            );
          })}
        </dl>
        <Entries entries={complaint.entries} />
      </div>
      {complaint.decision === null && complaint.told !== null && (
        <Answer number={complaint.number} onAnswered={onAnswered} />
      )}
    </div>
  );
}

const decisions = ["founded", "unfounded", "passed_on"] as const;

function Answer({ number, onAnswered }: { number: string; onAnswered: () => void }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  const decision = decisions.find((one) => one === chosen);
  const sent = useMutation({
    mutationFn: () => answerComplaint(number, { text, ...(decision && { decision }) }),
    onSuccess: async () => {
      setText("");
      onAnswered();
      await client.invalidateQueries({ queryKey: ["complaints"] });
    },
  });
  return (
    <div className="answer">
      <h2>
        <FormattedMessage id="complaints.answer" />
      </h2>
      <Form
        onSend={() => sent.mutate()}
        isSending={sent.isPending}
        error={sent.error}
        action={<FormattedMessage id={decision ? "complaints.decideAction" : "complaints.answerAction"} />}
      >
        <TextField
          label={<FormattedMessage id="complaints.answerText" />}
          why={<FormattedMessage id="complaints.answerWhy" />}
          lines={4}
          least={3}
          most={4000}
          isNeeded
          value={text}
          onChange={setText}
        />
        <ChoiceField
          label={<FormattedMessage id="people.decision" />}
          value={chosen}
          onChange={setChosen}
          none={intl.formatMessage({ id: "complaints.notYet" })}
          options={decisions.map((one) => ({
            value: one,
            words: intl.formatMessage({ id: `complaints.decision.${one}` }),
          }))}
        />
      </Form>
    </div>
  );
}
