import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { answerRequest, type OwnRequest, ownRequest } from "../api/account.ts";
import { Form, TextField } from "../form/fields.tsx";
import { contentOf } from "../intake/open/read-file.ts";
import { FileField } from "./file-field.tsx";
import { PromiseLine } from "./promises.tsx";

export const accepted = ".pdf,.jpg,.jpeg,.png,.webp,.heic,.xlsx,.docx,.csv";

/** One number for each promise, one file, one button. What was typed stays when sending fails. */
export function AnswerForm({ request }: { request: OwnRequest }) {
  const client = useQueryClient();
  const [numbers, setNumbers] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const sending = useMutation({
    mutationFn: async () =>
      answerRequest({
        numbers: request.promised.flatMap(({ commitment }) => {
          const given = numbers[commitment] ?? "";
          return given === "" ? [] : [{ commitment, quantity: Number(given) }];
        }),
        note: note.trim() === "" ? null : note.trim(),
        file: file === null ? null : { name: file.name, base64: await contentOf(file) },
      }),
    onSuccess: () => client.refetchQueries(ownRequest()),
  });
  return (
    <Form
      onSend={() => sending.mutate()}
      isSending={sending.isPending}
      error={sending.error}
      action={<FormattedMessage id={sending.isPending ? "partner.sending" : "partner.send"} />}
    >
      {request.promised.map((promise) => (
        <fieldset key={promise.commitment} className="partner-promise">
          <legend className="unseen">{promise.commitment}</legend>
          <PromiseLine promise={promise} />
          <TextField
            label={<FormattedMessage id="partner.number" />}
            type="number"
            least={0}
            isNeeded={request.promised.length === 1}
            value={numbers[promise.commitment] ?? ""}
            onChange={(value) => setNumbers({ ...numbers, [promise.commitment]: value })}
          />
        </fieldset>
      ))}
      <FileField
        label={<FormattedMessage id="partner.file" />}
        why={<FormattedMessage id="partner.fileWhy" />}
        accepted={accepted}
        file={file}
        onFile={setFile}
      />
      <TextField label={<FormattedMessage id="partner.note" />} most={2000} value={note} onChange={setNote} />
      <p className="small muted">
        <FormattedMessage id="partner.once" />
      </p>
    </Form>
  );
}
