// A password by the link of an invitation or of a reset.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { passwordLink, setPassword } from "../api/account.ts";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Form, Refusal, TextField } from "../form/fields.tsx";
import { useFragment } from "./read-fragment.ts";
import "./account.css";

export function SetPasswordPage() {
  const intl = useIntl();
  const token = useFragment();
  const name = intl.formatMessage({ id: "account.setPassword" });
  return (
    <Page title={name} name={name}>
      <div className="entrance">
        {token === undefined && <Waiting lines={3} />}
        {token === null && (
          <p className="refusal">
            <FormattedMessage id="account.noToken" />
          </p>
        )}
        {token && <ByLink key={token} token={token} />}
      </div>
    </Page>
  );
}

function ByLink({ token }: { token: string }) {
  const [password, choose] = useState("");
  const { data, error } = useQuery(passwordLink(token));
  const setting = useMutation({ mutationFn: () => setPassword({ token, password }) });
  if (error) return <Refusal error={error} />;
  if (data === undefined) return <Waiting lines={3} />;
  if (setting.isSuccess)
    return (
      <>
        <p className="done" role="status">
          <FormattedMessage id="account.passwordSet" />
        </p>
        <p>
          <Link to="/sign-in" className="button main-button">
            <FormattedMessage id="account.signIn" />
          </Link>
        </p>
      </>
    );
  return (
    <Form
      onSend={() => setting.mutate()}
      isSending={setting.isPending}
      error={setting.error}
      action={<FormattedMessage id="account.keepPassword" />}
    >
      <p>
        <FormattedMessage
          id={`account.greeting.${data.purpose}`}
          values={{ name: <bdi>{data.name}</bdi>, mail: <bdi>{data.mail}</bdi> }}
        />
      </p>
      <input type="email" value={data.mail} autoComplete="username" readOnly hidden />
      <NewPassword value={password} onChange={choose} />
    </Form>
  );
}

export function NewPassword({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      label={<FormattedMessage id="account.newPassword" />}
      why={<FormattedMessage id="account.newPasswordWhy" />}
      type="password"
      fills="new-password"
      isNeeded
      value={value}
      onChange={onChange}
    />
  );
}
