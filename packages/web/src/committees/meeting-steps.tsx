// What can be done next about a meeting: prepare it, say that it was held, write its minutes, publish them.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FormattedMessage } from "react-intl";
import {
  cancelMeeting,
  holdMeeting,
  type Meeting,
  moveMeeting,
  publishMinutes,
  setAgenda,
  writeMinutes,
} from "../api/committees.ts";
import { dayAt } from "../app/today.ts";
import { Form, Refusal, TextField } from "../form/fields.tsx";
import { contentOf } from "../intake/open/read-file.ts";
import { Name } from "../language/figures.tsx";
import { FileField } from "../partner/file-field.tsx";
import { linesOf, WhenFields } from "./convene-form.tsx";

export function MeetingSteps({ meeting }: { meeting: Meeting }) {
  const { state, minutes } = meeting;
  if (state === "published" || state === "cancelled") return null;
  return (
    <div className="meeting-steps not-printed">
      {state === "convened" && (
        <>
          <Hold meeting={meeting} />
          <Agenda meeting={meeting} />
          <Move meeting={meeting} />
          <Cancel meeting={meeting} />
        </>
      )}
      {state === "held" && (
        <>
          <Write meeting={meeting} />
          {minutes !== null && <Publish meeting={meeting} />}
        </>
      )}
    </div>
  );
}

/** Does a step, and reads the meeting and its agreement's committees again. */
function useStep(meeting: Meeting, act: () => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["meeting", meeting.event] }),
        client.invalidateQueries({ queryKey: ["committees", meeting.agreement.reference] }),
      ]),
  });
}

interface StepProps {
  readonly title: string;
  readonly step: ReturnType<typeof useStep>;
  readonly children: ReactNode;
}

function Step({ title, step, children }: StepProps) {
  return (
    <details className="make">
      <summary>
        <FormattedMessage id={title} />
      </summary>
      <Form
        onSend={() => step.mutate()}
        isSending={step.isPending}
        error={step.error}
        action={<FormattedMessage id={`${title}Action`} />}
      >
        {children}
      </Form>
    </details>
  );
}

function Hold({ meeting }: { meeting: Meeting }) {
  const [on, setOn] = useState(dayAt(new Date(meeting.startsAt)));
  const [present, setPresent] = useState<readonly string[]>(meeting.members.map(({ id }) => id));
  const step = useStep(meeting, () => holdMeeting({ event: meeting.event, on, present: [...present] }));
  return (
    <Step title="meeting.hold" step={step}>
      <TextField
        label={<FormattedMessage id="meeting.heldOn" />}
        type="date"
        isNeeded
        value={on}
        onChange={setOn}
      />
      <fieldset className="seat">
        <legend>
          <FormattedMessage id="meeting.whoWasThere" />
        </legend>
        {meeting.members.map(({ id, organisation, function: held }) => (
          <label key={id} className="tick">
            <input
              type="checkbox"
              checked={present.includes(id)}
              onChange={({ target }) =>
                setPresent(target.checked ? [...present, id] : present.filter((one) => one !== id))
              }
            />{" "}
            <Name>{organisation.name}</Name> · <Name>{held}</Name>
          </label>
        ))}
      </fieldset>
    </Step>
  );
}

function Agenda({ meeting }: { meeting: Meeting }) {
  const [text, setText] = useState(meeting.agenda.join("\n"));
  const step = useStep(meeting, () => setAgenda({ event: meeting.event, agenda: linesOf(text) }));
  return (
    <Step title="meeting.setAgenda" step={step}>
      <TextField
        label={<FormattedMessage id="meeting.agenda" />}
        why={<FormattedMessage id="meeting.agendaWhy" />}
        lines={6}
        value={text}
        onChange={setText}
      />
    </Step>
  );
}

function Move({ meeting }: { meeting: Meeting }) {
  const [when, setWhen] = useState({ on: "", time: "10:00", place: meeting.place ?? "" });
  const [reason, setReason] = useState("");
  const step = useStep(meeting, () => {
    const place = when.place.trim() === "" ? null : when.place.trim();
    return moveMeeting({ event: meeting.event, on: when.on, time: when.time, place, reason });
  });
  return (
    <Step title="meeting.move" step={step}>
      <WhenFields when={when} onWhen={(change) => setWhen({ ...when, ...change })} />
      <Why value={reason} onChange={setReason} />
    </Step>
  );
}

function Cancel({ meeting }: { meeting: Meeting }) {
  const [reason, setReason] = useState("");
  const step = useStep(meeting, () => cancelMeeting({ event: meeting.event, reason }));
  return (
    <Step title="meeting.cancel" step={step}>
      <Why value={reason} onChange={setReason} />
    </Step>
  );
}

function Why({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      label={<FormattedMessage id="decision.why" />}
      isNeeded
      least={3}
      most={1000}
      value={value}
      onChange={onChange}
    />
  );
}

function Write({ meeting }: { meeting: Meeting }) {
  const [minutes, setMinutes] = useState(meeting.minutes ?? "");
  const [file, setFile] = useState<File | null>(null);
  const step = useStep(meeting, async () =>
    writeMinutes({
      ...{ event: meeting.event, minutes },
      file: file === null ? null : { name: file.name, base64: await contentOf(file) },
    }),
  );
  return (
    <Step title="meeting.write" step={step}>
      <TextField
        label={<FormattedMessage id="meeting.minutes" />}
        lines={10}
        isNeeded
        least={3}
        value={minutes}
        onChange={setMinutes}
      />
      <FileField
        label={<FormattedMessage id="meeting.minutesFile" />}
        accepted=".pdf,.docx,.txt,.md,.html"
        file={file}
        onFile={setFile}
      />
    </Step>
  );
}

function Publish({ meeting }: { meeting: Meeting }) {
  const step = useStep(meeting, () => publishMinutes(meeting.event));
  return (
    <>
      <Refusal error={step.error} />
      <button
        type="button"
        className="button main-button"
        disabled={step.isPending}
        onClick={() => step.mutate()}
      >
        <FormattedMessage id="meeting.publish" />
      </button>
    </>
  );
}
