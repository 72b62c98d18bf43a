// Something that is said about an edition after it has left, on every page of it.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type Edition, type NoteText, noteOnEdition } from "../api/editions.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";

const nothing: NoteText = { fr: "", ar: "", en: "" };
const languages = ["ar", "fr", "en"] as const;

export function NoteForm({ editions }: { editions: readonly Edition[] }) {
  const intl = useIntl();
  const [number, setNumber] = useState(String(editions[0]?.number ?? ""));
  const [text, setText] = useState(nothing);
  const sending = useMutation({ mutationFn: noteOnEdition, onSuccess: () => setText(nothing) });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="editions.note" />
      </summary>
      <Form
        onSend={() => sending.mutate({ number: Number(number), text })}
        isSending={sending.isPending}
        error={sending.error}
        action={<FormattedMessage id="editions.noteAction" />}
      >
        <ChoiceField
          label={<FormattedMessage id="editions.column.number" />}
          options={editions.map((one) => ({
            value: String(one.number),
            words: intl.formatMessage({ id: "editions.name" }, { number: one.number }),
          }))}
          value={number}
          onChange={setNumber}
        />
        {languages.map((one) => (
          <TextField
            key={one}
            label={intl.formatMessage({ id: `editions.noteIn.${one}` })}
            lines={2}
            most={1000}
            isNeeded
            value={text[one]}
            onChange={(written) => setText({ ...text, [one]: written })}
          />
        ))}
      </Form>
      {sending.isSuccess && (
        <p role="status">
          <FormattedMessage id="editions.noted" />
        </p>
      )}
    </details>
  );
}
