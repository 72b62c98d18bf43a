// Somebody has lost the application of codes: it is taken away for a reason, which the journal keeps.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { dropFactor, type User } from "../api/account.ts";
import { Form, TextField } from "../form/fields.tsx";

export function DropFactor({ user, onDone }: { user: User; onDone: () => Promise<void> }) {
  const [reason, setReason] = useState("");
  const dropping = useMutation({ mutationFn: () => dropFactor(user.id, reason), onSuccess: onDone });
  return (
    <Form
      onSend={() => dropping.mutate()}
      isSending={dropping.isPending}
      error={dropping.error}
      action={<FormattedMessage id="users.dropFactorAction" />}
    >
      <TextField
        label={<FormattedMessage id="users.dropFactorReason" />}
        why={<FormattedMessage id="users.dropFactorWhy" />}
        most={500}
        isNeeded
        value={reason}
        onChange={setReason}
      />
    </Form>
  );
}
