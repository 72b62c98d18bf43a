// US-36, for anybody, without an account: somebody asked me for money. Nothing is kept of where it came from.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type ComplaintBody, complain } from "../api/persons.ts";
import { Page } from "../app/page.tsx";
import { Form, TextField } from "../form/fields.tsx";
import { useLocale } from "../language/language-provider.tsx";
import "./complaints.css";
import { FollowForm } from "./follow-form.tsx";

const empty = { what: "", where: "", when: "", about: "", who: "", contact: "" };
type Told = typeof empty;

/** Only what was filled in is sent. */
const filled = (told: Told) =>
  Object.fromEntries(Object.entries(told).filter(([, text]) => text.trim() !== "")) as Partial<Told>;

export function TellPage() {
  const intl = useIntl();
  const language = useLocale();
  const name = intl.formatMessage({ id: "complaints.tell" });
  const [told, setTold] = useState(empty);
  const set = (field: keyof Told) => (text: string) => setTold((before) => ({ ...before, [field]: text }));
  const sent = useMutation({
    mutationFn: (body: ComplaintBody) => complain(body),
    onSuccess: () => setTold(empty),
  });
  const send = () => sent.mutate({ ...filled(told), what: told.what, language });
  if (sent.data) return <Receipt number={sent.data.number} receipt={sent.data.receipt} />;
  return (
    <Page title={name} name={name} lead={<FormattedMessage id="complaints.tellLead" />}>
      <div className="tell">
        <p className="tell-free">
          <FormattedMessage id="complaints.free" />
        </p>
        <Form
          onSend={send}
          isSending={sent.isPending}
          error={sent.error}
          action={<FormattedMessage id="complaints.tellAction" />}
        >
          <TextField
            label={<FormattedMessage id="complaints.what" />}
            why={<FormattedMessage id="complaints.whatWhy" />}
            lines={5}
            least={10}
            most={4000}
            isNeeded
            value={told.what}
            onChange={set("what")}
          />
          <Optional told={told} set={set} />
        </Form>
        <details className="tell-follow">
          <summary>
            <FormattedMessage id="complaints.haveReceipt" />
          </summary>
          <FollowForm />
        </details>
      </div>
    </Page>
  );
}

interface OptionalProps {
  readonly told: Told;
  readonly set: (field: keyof Told) => (text: string) => void;
}

const optional = ["where", "when", "about", "who", "contact"] as const;

function Optional({ told, set }: OptionalProps) {
  return optional.map((field) => (
    <TextField
      key={field}
      label={<FormattedMessage id={`complaints.${field}`} />}
      why={<FormattedMessage id={`complaints.${field}Why`} />}
      most={300}
      value={told[field]}
      onChange={set(field)}
    />
  ));
}

function Receipt({ number, receipt }: { number: string; receipt: string }) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: "complaints.heard" });
  return (
    <Page title={name} name={name}>
      <div className="tell">
        <p>
          <FormattedMessage id="complaints.receiptLead" />
        </p>
        <p className="receipt" dir="ltr">
          {receipt}
        </p>
        <p className="small muted">
          <FormattedMessage id="complaints.numberIs" values={{ number: <bdi>{number}</bdi> }} />
        </p>
        <button type="button" className="button not-printed" onClick={() => window.print()}>
          <FormattedMessage id="people.print" />
        </button>
      </div>
    </Page>
  );
}
