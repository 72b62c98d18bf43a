import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type RequestBody, receiveRequest } from "../api/persons.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { Day, Name } from "../language/figures.tsx";

const kinds = ["access", "correction", "erasure", "objection"] as const;
const channels = ["counter", "letter", "mail", "phone"] as const;

/** A request as it is taken in: from this day the deadline runs. */
export function NewRequest() {
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
        <Questions body={body} set={set} />
      </Form>
    </>
  );
}

interface QuestionsProps {
  readonly body: RequestBody;
  readonly set: (part: Partial<RequestBody>) => void;
}

function Questions({ body, set }: QuestionsProps) {
  const intl = useIntl();
  return (
    <>
      <ChoiceField
        label={<FormattedMessage id="people.whatKind" />}
        value={body.kind}
        onChange={(kind) => set({ kind: kinds.find((one) => one === kind) ?? "access" })}
        options={kinds.map((kind) => ({
          value: kind,
          words: intl.formatMessage({ id: `people.kind.${kind}` }),
        }))}
      />
      <ChoiceField
        label={<FormattedMessage id="people.channel" />}
        value={body.channel}
        onChange={(channel) => set({ channel: channels.find((one) => one === channel) ?? "counter" })}
        options={channels.map((channel) => ({
          value: channel,
          words: intl.formatMessage({ id: `people.channel.${channel}` }),
        }))}
      />
      <ChoiceField
        label={<FormattedMessage id="people.answerIn" />}
        value={body.language}
        onChange={(language) => set({ language: language === "fr" ? "fr" : "ar" })}
        options={[
          { value: "ar", words: "العربية" },
          { value: "fr", words: "Français" },
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
    </>
  );
}
