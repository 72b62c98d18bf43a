// Where an application stands for whoever gives it in: its receipt, what it lacks, and the button that gives it in.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Application, type Side, submitApplication } from "../api/calls.ts";
import { Refusal } from "../form/fields.tsx";
import { Day, Instant } from "../language/figures.tsx";
import { Completeness } from "./call-words.tsx";

type Of = Pick<Application, "id" | "state" | "receipt" | "submittedAt" | "missing">;

interface ReceiveProps {
  readonly application: Of;
  readonly side: Side;
  readonly closesOn: string;
  /** Whether it may still be given in. */
  readonly takes: boolean;
}

export function ReceiveSection({ application, side, closesOn, takes }: ReceiveProps) {
  const client = useQueryClient();
  const { id, state, receipt, submittedAt, missing } = application;
  const sending = useMutation({
    mutationFn: () => submitApplication(side, id),
    onSuccess: () => client.invalidateQueries(),
  });
  return (
    <Section title={<FormattedMessage id="calls.where" />}>
      {receipt && submittedAt && state === "submitted" && (
        <p className="done">
          <FormattedMessage
            id="calls.receipt"
            values={{ receipt: <bdi>{receipt}</bdi>, at: <Instant value={submittedAt} /> }}
          />
        </p>
      )}
      {state === "withdrawn" && (
        <p className="attention">
          <FormattedMessage id="calls.withdrawn" />
        </p>
      )}
      <Completeness missing={missing} />
      {takes && (
        <>
          <p className="small muted">
            <FormattedMessage
              id={state === "submitted" ? "calls.mayComplete" : "calls.giveInWhy"}
              values={{ day: <Day value={closesOn} /> }}
            />
          </p>
          {state === "draft" && (
            <button
              type="button"
              className="button main-button"
              disabled={sending.isPending}
              onClick={() => sending.mutate()}
            >
              <FormattedMessage id="calls.giveIn" />
            </button>
          )}
          <Refusal error={sending.error} />
        </>
      )}
    </Section>
  );
}
