// Where a diagnosis may go from here: each step a sentence with a verb, with what it still misses before it.
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type Diagnosis, type DiagnosisStep, takeStep } from "../api/diagnoses.ts";
import { Form, Refusal, TextField } from "../form/fields.tsx";
import { useSayReference } from "../language/say-reference.ts";
import { useReadAnew } from "./use-after.ts";
import "../agreements/forms/life.css";
import { WithReferences } from "../language/references.tsx";

const needsReason = (step: DiagnosisStep["step"]) => step === "go_back" || step === "abandon";

export function StepsSection({ diagnosis: { reference, steps } }: { diagnosis: Diagnosis }) {
  const open = steps.filter(({ permitted }) => permitted);
  if (open.length === 0) return null;
  const on = open.filter(({ step }) => !needsReason(step));
  const other = open.filter(({ step }) => needsReason(step));
  return (
    <div className="diagnosis-steps not-printed">
      {on.map((step) => (
        <StepOn key={step.step} step={step} reference={reference} />
      ))}
      {other.map((step) => (
        <StepWithReason key={step.step} step={step} reference={reference} />
      ))}
    </div>
  );
}

interface StepProps {
  readonly step: DiagnosisStep;
  readonly reference: string;
}

function StepOn({ step: { step, missing }, reference }: StepProps) {
  const say = useSayReference();
  const anew = useReadAnew(reference);
  const taking = useMutation({ mutationFn: () => takeStep(reference, step, ""), onSuccess: anew });
  return (
    <div className="diagnosis-step">
      {missing.length > 0 && (
        <details className="small">
          <summary className="attention">
            <FormattedMessage id="diagnosis.missing" values={{ count: missing.length }} />
          </summary>
          <ul className="indented">
            {missing.map((one) => (
              <li key={one}>
                <bdi>
                  <WithReferences text={say(one)} />
                </bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
      <button
        type="button"
        className="button main-button"
        disabled={missing.length > 0 || taking.isPending}
        onClick={() => taking.mutate()}
      >
        <FormattedMessage id={`diagnosis.step.${step}`} />
      </button>
      <Refusal error={taking.error} />
    </div>
  );
}

/** Going back and giving up are told to everybody who took part, with the reason. */
function StepWithReason({ step: { step }, reference }: StepProps) {
  const anew = useReadAnew(reference);
  const [reason, setReason] = useState("");
  const taking = useMutation({
    mutationFn: () => takeStep(reference, step, reason.trim()),
    onSuccess: () => {
      setReason("");
      return anew();
    },
  });
  return (
    <details className="add-part">
      <summary>
        <FormattedMessage id={`diagnosis.step.${step}`} />
      </summary>
      <Form
        onSend={() => taking.mutate()}
        isSending={taking.isPending}
        error={taking.error}
        action={<FormattedMessage id={`diagnosis.step.${step}`} />}
      >
        <TextField
          label={<FormattedMessage id="diagnosis.reason" />}
          lines={2}
          least={3}
          most={4000}
          isNeeded
          value={reason}
          onChange={setReason}
        />
      </Form>
    </details>
  );
}
