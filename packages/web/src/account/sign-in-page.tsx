// Coming in: mail and password, then the code if there is a second factor; the house's provider; the demo's roles.
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { giveCode, type Me, me, signIn } from "../api/account.ts";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Form, TextField } from "../form/fields.tsx";
import { DemoAccounts } from "./demo-accounts.tsx";
import { useFragment } from "./read-fragment.ts";
import { useGoIn } from "./use-go-in.ts";
import "./account.css";

export function SignInPage() {
  const intl = useIntl();
  const { data } = useQuery(me());
  const { refused } = useSearch({ from: "/sign-in" });
  const name = intl.formatMessage({ id: "account.signIn" });
  return (
    <Page title={name} name={name}>
      <div className="entrance">
        {refused && (
          <p className="refusal" role="alert">
            <FormattedMessage id={`account.refused.${refused}`} />
          </p>
        )}
        {data ? <Ways who={data} /> : <Waiting lines={4} />}
      </div>
    </Page>
  );
}

function Ways({ who }: { who: Me }) {
  const { provider, demo, administrator } = who.ways;
  const { returnTo } = useSearch({ from: "/sign-in" });
  const alone = demo && !administrator;
  return (
    <>
      {!administrator && !demo && <NoAdministrator />}
      {!alone && provider !== null && (
        <a
          className="button main-button"
          href={`/api/v1/sign-in/provider?returnTo=${encodeURIComponent(returnTo ?? "/")}`}
        >
          <span>
            <FormattedMessage id="account.byProvider" values={{ provider: <bdi>{provider}</bdi> }} />
          </span>
        </a>
      )}
      {!alone && <ByPassword />}
      {demo && <DemoAccounts who={who} />}
    </>
  );
}

function NoAdministrator() {
  return (
    <section className="refusal">
      <p>
        <FormattedMessage id="account.noAdministrator" />
      </p>
      <p>
        <code dir="ltr">iltizam admin create</code>
      </p>
    </section>
  );
}

function ByPassword() {
  // A provider's second factor leads here with its step in the fragment.
  const given = useFragment();
  const [step, setStep] = useState<string | null>(null);
  useEffect(() => {
    if (given) setStep(given);
  }, [given]);
  const [mail, setMail] = useState("");
  const [password, setPassword] = useState("");
  const goIn = useGoIn();
  const entering = useMutation({
    mutationFn: () => signIn({ mail, password }),
    onSuccess: ({ step: next }) => (next === null ? goIn() : setStep(next)),
  });
  if (step !== null) return <Code step={step} onOver={() => setStep(null)} />;
  return (
    <Form
      onSend={() => entering.mutate()}
      isSending={entering.isPending}
      error={entering.error}
      action={<FormattedMessage id="account.enter" />}
    >
      <TextField
        label={<FormattedMessage id="account.mail" />}
        type="email"
        fills="username"
        isNeeded
        value={mail}
        onChange={setMail}
      />
      <TextField
        label={<FormattedMessage id="account.password" />}
        type="password"
        fills="current-password"
        isNeeded
        value={password}
        onChange={setPassword}
      />
      <p>
        <Link to="/forgot">
          <FormattedMessage id="account.forgot" />
        </Link>
      </p>
    </Form>
  );
}

function Code({ step, onOver }: { step: string; onOver: () => void }) {
  const [code, setCode] = useState("");
  const goIn = useGoIn();
  const giving = useMutation({ mutationFn: () => giveCode({ step, code }), onSuccess: () => goIn() });
  return (
    <Form
      onSend={() => giving.mutate()}
      isSending={giving.isPending}
      error={giving.error}
      action={<FormattedMessage id="account.enter" />}
    >
      <TextField
        label={<FormattedMessage id="account.code" />}
        why={<FormattedMessage id="account.codeWhy" />}
        fills="one-time-code"
        digits
        isNeeded
        value={code}
        onChange={setCode}
      />
      <p>
        <button type="button" className="plain-button" onClick={onOver}>
          <FormattedMessage id="account.again" />
        </button>
      </p>
    </Form>
  );
}
