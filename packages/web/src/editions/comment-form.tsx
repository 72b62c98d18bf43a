// What a partner says beside the figure of a promise: the next edition prints it.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { sayBeside } from "../api/editions.ts";
import { Form, TextField } from "../form/fields.tsx";
import { useLocale } from "../language/language-provider.tsx";

export function CommentForm() {
  const language = useLocale();
  const [commitment, setCommitment] = useState("");
  const [organisation, setOrganisation] = useState("");
  const [text, setText] = useState("");
  const sending = useMutation({ mutationFn: sayBeside, onSuccess: () => setText("") });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="editions.comment" />
      </summary>
      <Form
        onSend={() => sending.mutate({ commitment, organisation, text, language })}
        isSending={sending.isPending}
        error={sending.error}
        action={<FormattedMessage id="editions.commentAction" />}
      >
        <TextField
          label={<FormattedMessage id="editions.column.promise" />}
          why={<FormattedMessage id="editions.promiseWhy" />}
          direction="ltr"
          isNeeded
          value={commitment}
          onChange={setCommitment}
        />
        <TextField
          label={<FormattedMessage id="editions.organisation" />}
          why={<FormattedMessage id="editions.organisationWhy" />}
          direction="ltr"
          isNeeded
          value={organisation}
          onChange={setOrganisation}
        />
        <TextField
          label={<FormattedMessage id="editions.text" />}
          why={<FormattedMessage id="editions.textWhy" />}
          lines={3}
          most={600}
          isNeeded
          value={text}
          onChange={setText}
        />
      </Form>
      {sending.isSuccess && (
        <p role="status">
          <FormattedMessage id="editions.commented" />
        </p>
      )}
    </details>
  );
}
