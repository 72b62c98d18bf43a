// What a meeting decided, and the way to record a decision with its owner and its day.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Meeting, recordDecision } from "../api/committees.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { Day, Name } from "../language/figures.tsx";

export function MeetingDecisions({ meeting, edits }: { meeting: Meeting; edits: boolean }) {
  const nameOf = useOrganisationName(meeting.space);
  if (meeting.heldOn === null) return null;
  return (
    <Section title={<FormattedMessage id="meeting.decisions" />}>
      {meeting.decisions.length === 0 && (
        <p className="muted">
          <FormattedMessage id="meeting.noDecision" />
        </p>
      )}
      <ol className="meeting-agenda">
        {meeting.decisions.map(({ id, decision, owner, dueOn, doneOn }) => (
          <li key={id}>
            <Name>{decision}</Name>
            <p className="small muted">
              {owner ? <Name>{nameOf(owner)}</Name> : <FormattedMessage id="decision.noOwner" />}
              {dueOn && (
                <>
                  {" · "}
                  <FormattedMessage id="decision.due" values={{ day: <Day value={dueOn} /> }} />
                </>
              )}
              {doneOn && (
                <>
                  {" · "}
                  <FormattedMessage id="decision.done" values={{ day: <Day value={doneOn} /> }} />
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      {edits && meeting.state === "held" && <DecisionForm meeting={meeting} />}
    </Section>
  );
}

const empty = { decision: "", owner: "", dueOn: "" };

function DecisionForm({ meeting }: { meeting: Meeting }) {
  const client = useQueryClient();
  const intl = useIntl();
  const [typed, setTyped] = useState(empty);
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change });
  const recording = useMutation({
    mutationFn: () =>
      recordDecision({
        ...{ event: meeting.event, decision: typed.decision },
        owner: typed.owner === "" ? null : typed.owner,
        dueOn: typed.dueOn === "" ? null : typed.dueOn,
      }),
    onSuccess: () => {
      setTyped(empty);
      return client.invalidateQueries({ queryKey: ["meeting", meeting.event] });
    },
  });
  const owners = new Map(meeting.members.map(({ organisation: o }) => [o.reference, o.name]));
  return (
    <details className="make not-printed">
      <summary>
        <FormattedMessage id="decision.record" />
      </summary>
      <Form
        onSend={() => recording.mutate()}
        isSending={recording.isPending}
        error={recording.error}
        action={<FormattedMessage id="decision.recordAction" />}
      >
        <TextField
          label={<FormattedMessage id="decision.words" />}
          lines={2}
          isNeeded
          least={3}
          value={typed.decision}
          onChange={(decision) => set({ decision })}
        />
        <ChoiceField
          label={<FormattedMessage id="decision.owner" />}
          value={typed.owner}
          onChange={(owner) => set({ owner })}
          none={intl.formatMessage({ id: "decision.noOwner" })}
          options={[...owners].map(([value, words]) => ({ value, words }))}
        />
        <TextField
          label={<FormattedMessage id="decision.by" />}
          type="date"
          value={typed.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      </Form>
    </details>
  );
}
