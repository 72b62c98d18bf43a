// What may be done with a call now, each as a sentence with a verb; what needs a reason asks for it.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type Call, extendCall, type ListedApplication, type PlainStep, takeStep } from "../api/calls.ts";
import { useRightsAt } from "../api/rights.ts";
import { Form, Refusal, TextField } from "../form/fields.tsx";

const rights: Readonly<Record<PlainStep, string>> = {
  open: "calls.open",
  close: "calls.prepare",
  close_scoring: "calls.prepare",
  publish: "calls.open",
  cancel: "calls.open",
};
const asksWhy: readonly PlainStep[] = ["close_scoring", "cancel"];

interface CallStepsProps {
  readonly call: Call;
  readonly received: readonly ListedApplication[];
}

export function CallSteps({ call, received }: CallStepsProps) {
  const { may } = useRightsAt({ call: call.reference });
  const steps = call.steps
    .filter((step): step is PlainStep => step !== "decide")
    // a call is closed the day after its last one
    .filter((step) => may(rights[step]) && (step !== "close" || !call.isTaking));
  const unscreened = received.filter(({ state, admitted }) => state === "submitted" && admitted === null);
  const extends_ = call.state === "open" && may("calls.open");
  if (steps.length === 0 && !extends_) return null;
  return (
    <div className="call-steps not-printed">
      {call.state === "closed" && unscreened.length > 0 && (
        <p className="attention">
          <FormattedMessage id="calls.screenFirst" values={{ count: unscreened.length }} />
        </p>
      )}
      {steps
        .filter((step) => !asksWhy.includes(step))
        .map((step) => (
          <PlainButton key={step} call={call} step={step} />
        ))}
      {steps.includes("close_scoring") && <ReasonForm call={call} step="close_scoring" />}
      {extends_ && <ExtendForm call={call} />}
      {steps.includes("cancel") && <ReasonForm call={call} step="cancel" />}
    </div>
  );
}

function useStep(call: Call) {
  const client = useQueryClient();
  return {
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["call", call.reference] }),
        client.invalidateQueries({ queryKey: ["calls"] }),
        client.invalidateQueries({ queryKey: ["work"] }),
      ]),
  };
}

function PlainButton({ call, step }: { call: Call; step: PlainStep }) {
  const taking = useMutation({ mutationFn: () => takeStep(step, call.reference, null), ...useStep(call) });
  return (
    <div>
      <p className="small muted">
        <FormattedMessage id={`calls.step.${step}.why`} />
      </p>
      <Refusal error={taking.error} />
      <button
        type="button"
        className="button main-button"
        disabled={taking.isPending}
        onClick={() => taking.mutate()}
      >
        <FormattedMessage id={`calls.step.${step}`} />
      </button>
    </div>
  );
}

function ReasonForm({ call, step }: { call: Call; step: PlainStep }) {
  const [reason, setReason] = useState("");
  const taking = useMutation({
    mutationFn: () => takeStep(step, call.reference, reason.trim() === "" ? null : reason.trim()),
    ...useStep(call),
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id={`calls.step.${step}`} />
      </summary>
      <Form
        onSend={() => taking.mutate()}
        isSending={taking.isPending}
        error={taking.error}
        action={<FormattedMessage id={`calls.step.${step}`} />}
      >
        <TextField
          label={<FormattedMessage id="calls.reason" />}
          why={<FormattedMessage id={`calls.step.${step}.why`} />}
          lines={2}
          isNeeded={step === "cancel"}
          least={3}
          most={4000}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </details>
  );
}

function ExtendForm({ call }: { call: Call }) {
  const [typed, setTyped] = useState({ closesOn: "", reason: "" });
  const extending = useMutation({
    mutationFn: () => extendCall(call.reference, typed.closesOn, typed.reason.trim()),
    ...useStep(call),
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="calls.extend" />
      </summary>
      <Form
        onSend={() => extending.mutate()}
        isSending={extending.isPending}
        error={extending.error}
        action={<FormattedMessage id="calls.extend" />}
      >
        <TextField
          label={<FormattedMessage id="calls.field.closesOn" />}
          type="date"
          isNeeded
          value={typed.closesOn}
          onChange={(closesOn) => setTyped({ ...typed, closesOn })}
        />
        <TextField
          label={<FormattedMessage id="calls.reason" />}
          lines={2}
          isNeeded
          least={3}
          most={4000}
          value={typed.reason}
          onChange={(reason) => setTyped({ ...typed, reason })}
        />
      </Form>
    </details>
  );
}
