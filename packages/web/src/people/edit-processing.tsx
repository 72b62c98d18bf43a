// The next version of what the register says of a processing, or the first of a new one; the former ones stay.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { keepProcessing, type Processing, type ProcessingBody } from "../api/persons.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { HeldFields } from "./held-fields.tsx";
import { ThreeLanguages } from "./three-languages.tsx";

const grounds = ["public_mission", "legal_duty", "consent"] as const;
const formalities = ["authorisation", "declaration", "none"] as const;

interface EditProcessingProps {
  readonly processing: Processing;
  readonly onKept: () => void;
  /** Of a new one: what is kept, its code, and whether that can be one. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
  readonly isHeldBack?: boolean;
}

export function EditProcessing(props: EditProcessingProps) {
  const { processing, onKept, action, children, isHeldBack = false } = props;
  const client = useQueryClient();
  const { version: _, recordedAt: __, code, ...standing } = processing;
  const [body, setBody] = useState<ProcessingBody>({ ...standing, code });
  const [reason, setReason] = useState("");
  const set = (part: Partial<ProcessingBody>) => setBody((before) => ({ ...before, ...part }));
  const keeping = useMutation({
    mutationFn: () => keepProcessing({ processing: { ...body, code }, reason }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["processings"] });
      onKept();
    },
  });
  return (
    <Form
      onSend={() => keeping.mutate()}
      isSending={keeping.isPending || isHeldBack}
      error={keeping.error}
      action={action ?? <FormattedMessage id="people.edit.keep" />}
    >
      {children}
      <Words body={body} set={set} />
      <Ground body={body} set={set} />
      <HeldFields value={body.data} onChange={(data) => set({ data })} />
      <Formality body={body} set={set} />
      <TextField
        label={<FormattedMessage id="people.edit.reason" />}
        why={<FormattedMessage id="people.edit.reasonWhy" />}
        lines={2}
        least={3}
        most={500}
        isNeeded
        value={reason}
        onChange={setReason}
      />
    </Form>
  );
}

interface PartProps {
  readonly body: ProcessingBody;
  readonly set: (part: Partial<ProcessingBody>) => void;
}

const told = [
  { field: "label", words: "people.edit.label", lines: 2 },
  { field: "purpose", words: "people.edit.purpose", lines: 2 },
  { field: "persons", words: "people.whose", lines: 2 },
  { field: "recipients", words: "people.toWhom", lines: 2 },
] as const;

function Words({ body, set }: PartProps) {
  return told.map(({ field, words, lines }) => (
    <ThreeLanguages
      key={field}
      label={<FormattedMessage id={words} />}
      lines={lines}
      value={body[field]}
      onChange={(value) => set({ [field]: value })}
    />
  ));
}

function Ground({ body, set }: PartProps) {
  const intl = useIntl();
  return (
    <>
      <ChoiceField
        label={<FormattedMessage id="people.ground" />}
        value={body.ground}
        onChange={(chosen) => set({ ground: grounds.find((one) => one === chosen) ?? body.ground })}
        options={grounds.map((one) => ({
          value: one,
          words: intl.formatMessage({ id: `people.ground.${one}` }),
        }))}
      />
      <ThreeLanguages
        label={<FormattedMessage id="people.edit.groundText" />}
        lines={2}
        value={body.groundText}
        onChange={(groundText) => set({ groundText })}
      />
    </>
  );
}

function Formality({ body, set }: PartProps) {
  const intl = useIntl();
  const { cndp } = body;
  return (
    <>
      <ChoiceField
        label={<FormattedMessage id="people.edit.cndp" />}
        value={cndp.kind}
        onChange={(chosen) =>
          set({ cndp: { ...cndp, kind: formalities.find((one) => one === chosen) ?? cndp.kind } })
        }
        options={formalities.map((one) => ({
          value: one,
          words: intl.formatMessage({ id: `people.cndp.${one}` }),
        }))}
      />
      {cndp.kind !== "none" && (
        <>
          <TextField
            label={<FormattedMessage id="people.edit.cndpNumber" />}
            why={<FormattedMessage id="people.edit.cndpWhy" />}
            direction="ltr"
            most={80}
            value={cndp.reference ?? ""}
            onChange={(reference) => set({ cndp: { ...cndp, reference: reference || null } })}
          />
          <TextField
            label={<FormattedMessage id="people.edit.cndpOn" />}
            type="date"
            value={cndp.on ?? ""}
            onChange={(on) => set({ cndp: { ...cndp, on: on || null } })}
          />
        </>
      )}
    </>
  );
}
