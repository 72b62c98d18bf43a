// «Nothing to record here»: a clean answer, at any time, and taken back as easily.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { readIntake, reopen, setAside } from "../ask.ts";
import type { ReviewWork } from "./use-work.ts";

export function NothingHere({ work }: { work: ReviewWork }) {
  const intl = useIntl();
  const client = useQueryClient();
  const [isAsked, ask] = useState(false);
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const { intake } = work.snapshot;
  const answer = async () => {
    try {
      await setAside(intake.id, intake.revision, reason.trim() || undefined);
      work.review.adopt(await readIntake(intake.id));
      void client.invalidateQueries({ queryKey: ["intakes"] });
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  if (!isAsked) {
    return (
      <button type="button" className="button" data-nothing onClick={() => ask(true)}>
        <FormattedMessage id="intake.nothing" />
      </button>
    );
  }
  return (
    <span className="nothing-here">
      <label>
        <span className="small muted">
          <FormattedMessage id="intake.nothingWhy" />
        </span>
        <input
          className="field"
          dir="auto"
          value={reason}
          placeholder={intl.formatMessage({ id: "intake.nothingExample" })}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button type="button" className="button strong" data-nothing-sure onClick={() => void answer()}>
        <FormattedMessage id="intake.nothingSure" />
      </button>
      <button type="button" className="button" onClick={() => ask(false)}>
        <FormattedMessage id="intake.form.leave" />
      </button>
      {refusal && (
        <span className="form-fault" role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}

/** The answer as it stands, and the way back. */
export function SetAside({ work }: { work: ReviewWork }) {
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { intake } = work.snapshot;
  const back = async () => {
    try {
      await reopen(intake.id, intake.revision);
      work.review.adopt(await readIntake(intake.id));
      void client.invalidateQueries({ queryKey: ["intakes"] });
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div className="set-aside" role="status">
      <p>
        <strong>
          <FormattedMessage id="intake.wasNothing" values={{ by: <bdi>{intake.changedBy}</bdi> }} />
        </strong>
      </p>
      {intake.reason && (
        <p>
          <bdi>{intake.reason}</bdi>
        </p>
      )}
      {work.mayReview && (
        <button type="button" className="button" data-reopen onClick={() => void back()}>
          <FormattedMessage id="intake.reopen" />
        </button>
      )}
      {refusal && (
        <p className="form-fault" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
