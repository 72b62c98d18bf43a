// What may be done with the agreement from here: each step a sentence with a verb, with what it still misses before it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type Agreement, everyoneNext } from "../../api/read.ts";
import { useRightsAt } from "../../api/rights.ts";
import { doMove, type Move, movesOf, needsReason } from "../../board/moves.ts";
import { Form, TextField } from "../../form/fields.tsx";
import { MissingBefore } from "../../form/missing-list.tsx";
import { useActWords } from "../agreement-words.tsx";
import { Section } from "../section.tsx";
import { NextAction } from "./next-action.tsx";
import { ReportSignature, useMayReport } from "./report-signature.tsx";
import "./life.css";

const amendable: ReadonlySet<Agreement["state"]> = new Set(["signed", "in_force", "suspended", "closing"]);

export function LifeSection({ agreement }: { agreement: Agreement }) {
  const { may } = useRightsAt({ agreement: agreement.reference });
  const { data } = useQuery(everyoneNext(agreement.reference));
  const moves = movesOf(data);
  // what is signed is closed with its closing file, on a page of its own
  const steps = moves.filter(({ act }) => act !== "close" || !hasClosingFile(agreement));
  const mayAmend = may("agreements.amend") && amendable.has(agreement.state) && !agreement.reported;
  const mayReport = useMayReport(agreement.reference);
  const mayPlan = may("agreements.edit");
  const endsWithFile =
    hasClosingFile(agreement) && (closable.has(agreement.state) || renewable.has(agreement.state));
  if (steps.length === 0 && !mayAmend && !mayReport && !mayPlan && !endsWithFile) return null;
  return (
    <div className="not-printed">
      <Section title={<FormattedMessage id="agreementForm.life" />}>
        <ul className="life-steps">
          {steps.map((move) => (
            <li key={move.act}>
              <Step move={move} reference={agreement.reference} />
            </li>
          ))}
          {mayAmend && (
            <li>
              <Link
                to="/agreements/$reference/amend"
                params={{ reference: agreement.reference }}
                className="button"
              >
                <FormattedMessage id="agreementForm.amend" />
              </Link>
            </li>
          )}
          {endsWithFile && <ToClosing agreement={agreement} />}
        </ul>
        {mayReport && <ReportSignature agreement={agreement} />}
        {mayPlan && <NextAction agreement={agreement} />}
      </Section>
    </div>
  );
}

const closable: ReadonlySet<Agreement["state"]> = new Set(["closing", "closed", "renewed"]);
const renewable: ReadonlySet<Agreement["state"]> = new Set(["in_force", "closing", "closed"]);
const hasClosingFile = ({ kind }: Agreement) => kind === "instrument" || kind === "contract_programme";

function ToClosing({ agreement: { reference, state } }: { agreement: Agreement }) {
  const { may } = useRightsAt({ agreement: reference });
  return (
    <>
      {may("closure.read") && closable.has(state) && (
        <li>
          <Link to="/agreements/$reference/closing" params={{ reference }} className="button">
            <FormattedMessage id="closure.toFile" />
          </Link>
        </li>
      )}
      {may("closure.renew") && renewable.has(state) && (
        <li>
          <Link to="/agreements/$reference/renewal" params={{ reference }} className="button">
            <FormattedMessage id="closure.renew" />
          </Link>
        </li>
      )}
    </>
  );
}

interface StepProps {
  readonly move: Move;
  readonly reference: string;
}

function Step({ move, reference }: StepProps) {
  const [isOpen, setOpen] = useState(false);
  const missing = move.missing.flatMap((one) => one.missing);
  const verb = useActWords()(move);
  return (
    <>
      <button
        type="button"
        className="button verb"
        disabled={missing.length > 0}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {verb}
      </button>
      {missing.length > 0 && (
        <div className="small attention">
          <MissingBefore missing={missing} />
        </div>
      )}
      {isOpen && <StepForm move={move} reference={reference} onDone={() => setOpen(false)} />}
    </>
  );
}

interface StepFormProps {
  readonly move: Move;
  readonly reference: string;
  readonly onDone: () => void;
}

/** A step has a day and, where it goes back or ends, a reason: it is confirmed, since it is not undone. */
function StepForm({ move: { act }, reference, onDone }: StepFormProps) {
  const client = useQueryClient();
  const [on, setOn] = useState("");
  const [reason, setReason] = useState("");
  const step = useMutation({
    mutationFn: () => doMove(act, reference, { on, reason: reason.trim() }),
    onSuccess: async () => {
      onDone();
      await client.invalidateQueries();
    },
  });
  return (
    <div className="life-form">
      <Form
        onSend={() => step.mutate()}
        isSending={step.isPending}
        error={step.error}
        action={<FormattedMessage id="agreementForm.confirm" />}
      >
        <TextField label={<FormattedMessage id="board.on" />} type="date" value={on} onChange={setOn} />
        <TextField
          label={<FormattedMessage id={needsReason.has(act) ? "board.reasonNeeded" : "board.reason"} />}
          lines={2}
          most={2000}
          isNeeded={needsReason.has(act)}
          value={reason}
          onChange={setReason}
        />
      </Form>
    </div>
  );
}
