// Decisions and recommendations that are not done: marked as done, or carried over with a reason.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { decisionDone, type OpenDecision, postponeDecision } from "../api/committees.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Space } from "../app/address.ts";
import { today } from "../app/today.ts";
import { useEventName } from "../events/event-words.tsx";
import { Form, TextField } from "../form/fields.tsx";
import { Day, Name } from "../language/figures.tsx";

interface OpenDecisionsProps {
  /** Of which agreement, so that its page is read again afterwards. */
  readonly agreement: string;
  readonly decisions: readonly OpenDecision[];
  readonly edits: boolean;
  readonly space: Space;
}

export function OpenDecisions({ agreement, decisions, edits, space }: OpenDecisionsProps) {
  if (decisions.length === 0) return null;
  return (
    <div className="open-decisions">
      <h3>
        <FormattedMessage id="decision.open" values={{ count: decisions.length }} />
      </h3>
      <ul className="row-list">
        {decisions.map((decision) => (
          <li key={`${decision.event} ${decision.number}`}>
            <OneDecision decision={decision} agreement={agreement} edits={edits} space={space} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface OneProps extends Omit<OpenDecisionsProps, "decisions"> {
  readonly decision: OpenDecision;
}

function OneDecision({ decision, agreement, edits, space }: OneProps) {
  const nameOf = useOrganisationName(space);
  const nameOfEvent = useEventName();
  const { owner, dueOn, isOverdue, postponed } = decision;
  const { eventName: name, eventNameAr: nameAr, eventNameEn: nameEn } = decision;
  return (
    <>
      <p>
        <Name>{decision.decision}</Name>
      </p>
      <p className="small muted">
        {decision.kind === "audit" && (
          <>
            <FormattedMessage
              id="decision.ofAudit"
              values={{ report: <Name>{nameOfEvent({ name, nameAr, nameEn })}</Name> }}
            />
            {" · "}
          </>
        )}
        {owner ? <Name>{nameOf(owner)}</Name> : <FormattedMessage id="decision.noOwner" />}
        {" · "}
        {dueOn === null ? (
          <FormattedMessage id="decision.noDay" />
        ) : (
          <span className={isOverdue ? "attention" : undefined}>
            <FormattedMessage
              id={isOverdue ? "decision.late" : "decision.due"}
              values={{ day: <Day value={dueOn} /> }}
            />
          </span>
        )}
        {postponed > 0 && (
          <>
            {" · "}
            <FormattedMessage id="decision.postponed" values={{ count: postponed }} />
          </>
        )}
        {" · "}
        <DecidedAt decision={decision} />
      </p>
      {edits && <Settle decision={decision} agreement={agreement} />}
    </>
  );
}

function DecidedAt({ decision: { event, kind } }: { decision: OpenDecision }) {
  const to = kind === "committee" ? "/meetings/$reference" : "/events/$reference";
  return (
    <Link to={to} params={{ reference: event }}>
      <bdi className="event-reference">{event}</bdi>
    </Link>
  );
}

function Settle({ decision, agreement }: { decision: OpenDecision; agreement: string }) {
  const client = useQueryClient();
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const { event, number } = decision;
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["committees", agreement] }),
      client.invalidateQueries({ queryKey: ["meeting"] }),
      client.invalidateQueries({ queryKey: ["events", agreement] }),
    ]);
  const doing = useMutation({
    mutationFn: () => decisionDone({ event, decision: number, on: today() }),
    onSuccess,
  });
  const moving = useMutation({
    mutationFn: () => postponeDecision({ event, decision: number, to, reason }),
    onSuccess,
  });
  return (
    <div className="button-row small not-printed">
      <button type="button" className="button" disabled={doing.isPending} onClick={() => doing.mutate()}>
        <FormattedMessage id="decision.markDone" />
      </button>
      <details className="make">
        <summary>
          <FormattedMessage id="decision.carryOver" />
        </summary>
        <Form
          onSend={() => moving.mutate()}
          isSending={moving.isPending}
          error={moving.error ?? doing.error}
          action={<FormattedMessage id="decision.carryOverAction" />}
        >
          <TextField
            label={<FormattedMessage id="decision.to" />}
            type="date"
            isNeeded
            value={to}
            onChange={setTo}
          />
          <TextField
            label={<FormattedMessage id="decision.why" />}
            isNeeded
            least={3}
            most={1000}
            value={reason}
            onChange={setReason}
          />
        </Form>
      </details>
    </div>
  );
}
