// The next step of a request: a sentence with a verb, and what it needs.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import {
  completeRequest,
  copyHeld,
  decideRequest,
  identifyRequester,
  type OneRequest,
} from "../api/persons.ts";
import { ChoiceField, Form, Refusal, TextField } from "../form/fields.tsx";
import { CopyView } from "./copy-view.tsx";
import { DocumentField, emptyDocument } from "./document-field.tsx";

export function NextStep({ request }: { request: OneRequest }) {
  switch (request.state) {
    case "received":
      return <Identify request={request} />;
    case "identified":
      return <Decide request={request} decisions={["granted", "partly", "refused"]} />;
    case "decided":
      return <CarryOut request={request} />;
    case "done":
      return null;
  }
}

/** A step that was taken is read anew wherever the request is shown. */
function useStep<Given>(run: (given: Given) => Promise<unknown>): UseMutationResult<unknown, Error, Given> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all(
        ["person-request", "person-requests"].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
}

function Identify({ request }: { request: OneRequest }) {
  const [document, setDocument] = useState(emptyDocument);
  const step = useStep(() => identifyRequester(request.number, document));
  return (
    <div className="answer">
      <h2>
        <FormattedMessage id="people.step.identify" />
      </h2>
      <Form
        onSend={() => step.mutate(undefined)}
        isSending={step.isPending}
        error={step.error}
        action={<FormattedMessage id="people.step.identifyAction" />}
      >
        <DocumentField value={document} onChange={setDocument} />
      </Form>
      <details>
        <summary>
          <FormattedMessage id="people.step.refuseUnknown" />
        </summary>
        <Decide request={request} decisions={["refused"]} />
      </details>
    </div>
  );
}

type Decision = NonNullable<OneRequest["decision"]>;

function Decide({ request, decisions }: { request: OneRequest; decisions: readonly Decision[] }) {
  const intl = useIntl();
  const [decision, setDecision] = useState<Decision | "">(decisions.length === 1 ? (decisions[0] ?? "") : "");
  const [reason, setReason] = useState("");
  const step = useStep((given: Decision) => decideRequest(request.number, { decision: given, reason }));
  const erases = request.kind === "erasure" && decision === "granted";
  return (
    <div className="answer">
      <h2>
        <FormattedMessage id="people.step.decide" />
      </h2>
      <Form
        onSend={() => decision !== "" && step.mutate(decision)}
        isSending={step.isPending}
        error={step.error}
        action={<FormattedMessage id={erases ? "people.step.eraseAction" : "people.step.decideAction"} />}
      >
        <ChoiceField
          label={<FormattedMessage id="people.decision" />}
          value={decision}
          onChange={(chosen) => setDecision(decisions.find((one) => one === chosen) ?? "")}
          none={intl.formatMessage({ id: "people.choose" })}
          isNeeded
          options={decisions.map((one) => ({
            value: one,
            words: intl.formatMessage({ id: `people.decision.${one}` }),
          }))}
        />
        <TextField
          label={<FormattedMessage id="people.reason" />}
          why={<FormattedMessage id="people.reasonWhy" />}
          lines={2}
          least={3}
          most={500}
          isNeeded
          value={reason}
          onChange={setReason}
        />
        {erases && (
          <p className="attention">
            <FormattedMessage id="people.step.eraseWarning" />
          </p>
        )}
      </Form>
    </div>
  );
}

function CarryOut({ request }: { request: OneRequest }) {
  const copy = useMutation({ mutationFn: (language: "fr" | "ar") => copyHeld(request.number, language) });
  const complete = useStep(() => completeRequest(request.number));
  return (
    <div className="answer">
      <h2>
        <FormattedMessage id={`people.step.do.${request.kind}`} />
      </h2>
      {request.kind === "access" && (
        <div className="button-row not-printed">
          {(["ar", "fr"] as const).map((language) => (
            <button key={language} type="button" className="button" onClick={() => copy.mutate(language)}>
              <FormattedMessage id={`people.step.copy.${language}`} />
            </button>
          ))}
        </div>
      )}
      <Refusal error={copy.error ?? complete.error} />
      {copy.data && <CopyView copy={copy.data} />}
      <button type="button" className="button not-printed" onClick={() => complete.mutate(undefined)}>
        <FormattedMessage id="people.step.complete" />
      </button>
    </div>
  );
}
