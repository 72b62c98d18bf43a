import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { changePassword, sessions } from "../api/account.ts";
import { Form, TextField } from "../form/fields.tsx";
import { NewPassword } from "./set-password-page.tsx";

export function OwnPassword({ mail }: { mail: string }) {
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [newPassword, setNewPassword] = useState("");
  const changing = useMutation({
    mutationFn: () => changePassword({ password, newPassword }),
    onSuccess: () => {
      setPassword("");
      setNewPassword("");
      void client.invalidateQueries(sessions());
    },
  });
  return (
    <section className="section">
      <h2>
        <FormattedMessage id="account.password" />
      </h2>
      {changing.data && (
        <p className="done" role="status">
          <FormattedMessage id="account.passwordChanged" values={{ n: changing.data.sessionsEnded }} />
        </p>
      )}
      <Form
        onSend={() => changing.mutate()}
        isSending={changing.isPending}
        error={changing.error}
        action={<FormattedMessage id="account.changePassword" />}
      >
        <input type="email" value={mail} autoComplete="username" readOnly hidden />
        <TextField
          label={<FormattedMessage id="account.presentPassword" />}
          type="password"
          fills="current-password"
          isNeeded
          value={password}
          onChange={setPassword}
        />
        <NewPassword value={newPassword} onChange={setNewPassword} />
      </Form>
    </section>
  );
}
