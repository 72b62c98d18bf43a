// The application of codes: added by a picture drawn here, with recovery codes that are shown once.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FormattedMessage } from "react-intl";
import {
  account as accountQuery,
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from "../api/account.ts";
import { Form, Refusal, TextField } from "../form/fields.tsx";
import { QrCode } from "./qr-code.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

interface State {
  readonly secondFactor: boolean;
  readonly recoveryCodesLeft: number;
}

export function SecondFactor({ account }: { account: State }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <section className="section">
      <h2>
        <FormattedMessage id="account.secondFactor" />
      </h2>
      <p className="muted">
        <FormattedMessage id="account.secondFactorWhy" />
      </p>
      {codes && <RecoveryCodes codes={codes} />}
      {account.secondFactor ? (
        <InUse left={account.recoveryCodesLeft} onCodes={setCodes} />
      ) : (
        <Add onCodes={setCodes} />
      )}
    </section>
  );
}

type OnCodes = (codes: readonly string[] | null) => void;

function Add({ onCodes }: { onCodes: OnCodes }) {
  const client = useQueryClient();
  const [code, setCode] = useState("");
  const beginning = useMutation({ mutationFn: beginSecondFactor });
  const confirming = useMutation({
    mutationFn: () => confirmSecondFactor(code),
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      void client.invalidateQueries(accountQuery());
    },
  });
  if (beginning.data === undefined)
    return (
      <>
        <Refusal error={beginning.error} />
        <button
          type="button"
          className="button main-button"
          disabled={beginning.isPending}
          onClick={() => beginning.mutate()}
        >
          <FormattedMessage id="account.addFactor" />
        </button>
      </>
    );
  const { address, secret } = beginning.data;
  return (
    <Form
      onSend={() => confirming.mutate()}
      isSending={confirming.isPending}
      error={confirming.error}
      action={<FormattedMessage id="account.confirmFactor" />}
    >
      <p>
        <FormattedMessage id="account.scan" />
      </p>
      <QrCode text={address} />
      <p className="small">
        <FormattedMessage id="account.secret" />{" "}
        <code dir="ltr" className="secret">
          {(secret.match(/.{1,4}/g) ?? []).join(" ")}
        </code>
      </p>
      <CodeField value={code} onChange={setCode} />
    </Form>
  );
}

function CodeField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <TextField
      label={<FormattedMessage id="account.firstCode" />}
      fills="one-time-code"
      digits
      isNeeded
      value={value}
      onChange={onChange}
    />
  );
}

function InUse({ left, onCodes }: { left: number; onCodes: OnCodes }) {
  const client = useQueryClient();
  const again = () => void client.invalidateQueries(accountQuery());
  const renewing = useMutation({
    mutationFn: renewRecoveryCodes,
    onSuccess: ({ recoveryCodes }) => {
      onCodes(recoveryCodes);
      again();
    },
  });
  const removing = useMutation({
    mutationFn: removeSecondFactor,
    onSuccess: () => {
      onCodes(null);
      again();
    },
  });
  return (
    <>
      <p>
        <FormattedMessage id="account.factorInUse" values={{ n: left }} />
      </p>
      <WithPassword title="account.renewCodes" acting={renewing} />
      <WithPassword title="account.removeFactor" acting={removing} />
    </>
  );
}

interface Acting {
  readonly mutate: (password: string) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** What weakens the account is asked for with the password once more. */
function WithPassword({
  title,
  acting,
}: {
  title: "account.renewCodes" | "account.removeFactor";
  acting: Acting;
}) {
  const [password, setPassword] = useState("");
  const action: ReactNode = <FormattedMessage id={title} />;
  return (
    <details className="with-password">
      <summary>{action}</summary>
      <Form
        onSend={() => acting.mutate(password)}
        isSending={acting.isPending}
        error={acting.error}
        action={action}
      >
        <TextField
          label={<FormattedMessage id="account.presentPassword" />}
          type="password"
          fills="current-password"
          isNeeded
          value={password}
          onChange={setPassword}
        />
      </Form>
    </details>
  );
}
