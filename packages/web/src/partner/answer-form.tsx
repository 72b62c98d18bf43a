import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { FormattedMessage } from "react-intl";
import { answerRequest, type OwnRequest, ownRequest } from "../api/account.ts";
import { Form, TextField } from "../form/fields.tsx";
import { PromiseLine } from "./promises.tsx";

const accepted = ".pdf,.jpg,.jpeg,.png,.webp,.heic,.xlsx,.docx,.csv";

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
        file: file === null ? null : { name: file.name, base64: await base64Of(file) },
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
      <FileField file={file} onFile={setFile} />
      <TextField label={<FormattedMessage id="partner.note" />} most={2000} value={note} onChange={setNote} />
      <p className="small muted">
        <FormattedMessage id="partner.once" />
      </p>
    </Form>
  );
}

function FileField({ file, onFile }: { file: File | null; onFile: (file: File | null) => void }) {
  const id = useId();
  return (
    <div className="question">
      <label htmlFor={id}>
        <FormattedMessage id="partner.file" />
      </label>
      <p className="small muted" id={`${id}-why`}>
        <FormattedMessage id="partner.fileWhy" />
      </p>
      <input
        id={id}
        type="file"
        className="field"
        accept={accepted}
        aria-describedby={`${id}-why`}
        onChange={(event) => onFile(event.target.files?.[0] ?? null)}
      />
      {file !== null && <bdi className="small">{file.name}</bdi>}
    </div>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onerror = () => fail(reader.error);
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ""));
    reader.readAsDataURL(file);
  });
}
