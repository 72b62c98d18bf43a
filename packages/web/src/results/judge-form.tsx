// Verify, with the level that was seen, or send back, with what is missing.
import { type ReactNode, useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { ChoiceField, Refusal, TextField } from "../form/fields.tsx";

export interface Judgement {
  readonly evidence: number;
  readonly matchedWith: string;
  readonly reason: string;
}

interface VerifyFormProps {
  /** The level from which the result counts as proven. */
  readonly proofLevel: number;
  readonly needsReason?: boolean;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly action: ReactNode;
  readonly onSend: (judgement: Judgement) => void;
}

export function VerifyForm({ proofLevel, needsReason, isSending, error, action, onSend }: VerifyFormProps) {
  const intl = useIntl();
  const [level, setLevel] = useState(String(Math.max(2, proofLevel)));
  const [matchedWith, setMatchedWith] = useState("");
  const [reason, setReason] = useState("");
  return (
    <form
      className="question-group"
      onSubmit={(event) => {
        event.preventDefault();
        onSend({ evidence: Number(level), matchedWith: matchedWith.trim(), reason: reason.trim() });
      }}
    >
      <ChoiceField
        label={<FormattedMessage id="results.seen" />}
        value={level}
        onChange={setLevel}
        options={["2", "3", "4"].map((value) => ({
          value,
          words: intl.formatMessage({ id: `figure.evidence.E${value}` }),
        }))}
      />
      {level === "3" && (
        <TextField
          label={<FormattedMessage id="results.matchedWith" />}
          why={<FormattedMessage id="results.matchedWhy" />}
          isNeeded
          least={2}
          most={80}
          value={matchedWith}
          onChange={setMatchedWith}
        />
      )}
      {needsReason && (
        <TextField
          label={<FormattedMessage id="results.reason" />}
          why={<FormattedMessage id="results.reasonForAll" />}
          isNeeded
          least={3}
          most={500}
          value={reason}
          onChange={setReason}
        />
      )}
      <Refusal error={error} />
      <p>
        <button type="submit" className="button main-button" data-judge="verify" disabled={isSending}>
          {action}
        </button>
      </p>
    </form>
  );
}

interface ReturnFormProps {
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly action: ReactNode;
  readonly onSend: (reason: string) => void;
}

export function ReturnForm({ isSending, error, action, onSend }: ReturnFormProps) {
  const id = useId();
  const [reason, setReason] = useState("");
  return (
    <form
      className="question-group"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason.trim());
      }}
    >
      <div className="question">
        <label htmlFor={id}>
          <FormattedMessage id="results.missing" />
        </label>
        <p id={`${id}-why`} className="small muted">
          <FormattedMessage id="results.missingWhy" />
        </p>
        <textarea
          id={id}
          className="field"
          data-judge="return"
          dir="auto"
          rows={2}
          required
          minLength={3}
          maxLength={500}
          aria-describedby={`${id}-why`}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Refusal error={error} />
      <p>
        <button type="submit" className="button" disabled={isSending}>
          {action}
        </button>
      </p>
    </form>
  );
}
