import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { askReset } from "../api/account.ts";
import { Page } from "../app/page.tsx";
import { Form, TextField } from "../form/fields.tsx";
import "./account.css";

/** Whoever asks is told the same, whether the account exists or not. */
export function ForgotPage() {
  const intl = useIntl();
  const [mail, setMail] = useState("");
  const asking = useMutation({ mutationFn: () => askReset(mail) });
  const name = intl.formatMessage({ id: "account.forgotTitle" });
  return (
    <Page title={name} name={name}>
      <div className="entrance">
        {asking.isSuccess ? (
          <p className="done" role="status">
            <FormattedMessage id="account.resetAsked" values={{ mail: <bdi>{mail}</bdi> }} />
          </p>
        ) : (
          <Form
            onSend={() => asking.mutate()}
            isSending={asking.isPending}
            error={asking.error}
            action={<FormattedMessage id="account.askReset" />}
          >
            <TextField
              label={<FormattedMessage id="account.mail" />}
              type="email"
              fills="username"
              isNeeded
              value={mail}
              onChange={setMail}
            />
          </Form>
        )}
        <p>
          <Link to="/sign-in">
            <FormattedMessage id="account.toSignIn" />
          </Link>
        </p>
      </div>
    </Page>
  );
}
