// A name is seen by one who says what for: it is kept who, when and why.
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { processings, type Unmasked, unmask } from "../api/persons.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { Day, Name, useLabel } from "../language/figures.tsx";

export function UnmaskForm({ subject }: { subject: string }) {
  const intl = useIntl();
  const label = useLabel();
  const { data } = useQuery(processings());
  const [processing, setProcessing] = useState("");
  const [reason, setReason] = useState("");
  const seen = useMutation({ mutationFn: () => unmask(subject, { processing, reason }) });
  if (seen.data) return <Fields person={seen.data.person} />;
  return (
    <details>
      <summary>
        <FormattedMessage id="people.unmask" />
      </summary>
      <Form
        onSend={() => seen.mutate()}
        isSending={seen.isPending}
        error={seen.error}
        action={<FormattedMessage id="people.unmaskAction" />}
      >
        <ChoiceField
          label={<FormattedMessage id="people.unmaskFor" />}
          value={processing}
          onChange={setProcessing}
          none={intl.formatMessage({ id: "people.choose" })}
          isNeeded
          options={(data?.processings ?? []).map((one) => ({ value: one.code, words: label(one.label) }))}
        />
        <TextField
          label={<FormattedMessage id="people.unmaskWhy" />}
          why={<FormattedMessage id="people.unmaskKept" />}
          lines={2}
          least={10}
          most={500}
          isNeeded
          value={reason}
          onChange={setReason}
        />
      </Form>
    </details>
  );
}

function Fields({ person }: { person: Unmasked["person"] }) {
  return (
    <dl className="pairs">
      {Object.entries(person).map(([field, value]) => (
        <div key={field} className="pair">
          <dt>
            <FormattedMessage id={`people.field.${field}`} />
          </dt>
          <dd>{field === "birthDate" ? <Day value={value} /> : <Name>{value}</Name>}</dd>
        </div>
      ))}
    </dl>
  );
}
