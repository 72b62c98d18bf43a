// How far the review is, whether it is saved, what stands in the way, and the ways out.
import { FormattedMessage } from "react-intl";
import { NothingHere } from "./nothing-here.tsx";
import { Obstacles } from "./obstacles.tsx";
import type { ReviewWork } from "./use-work.ts";

export function ReviewHead({ work }: { work: ReviewWork }) {
  const { snapshot, items, standing, review, isOver } = work;
  const decided = items.filter((item) => standing(item) !== "open").length;
  return (
    <div className="review-head">
      <div className="review-line">
        <p className="review-progress">
          <progress max={Math.max(items.length, 1)} value={decided} aria-hidden="true" />
          <strong data-progress>
            <FormattedMessage id="intake.decidedOf" values={{ decided, wanted: items.length }} />
          </strong>
          {work.mayReview && <Saving work={work} />}
        </p>
        {!work.mayReview && (
          <p className="small muted" data-read-only>
            <FormattedMessage id="intake.readOnly" />
          </p>
        )}
        {!isOver && (
          <p className="review-acts not-printed">
            <button
              type="button"
              className="button"
              data-undo
              disabled={!snapshot.canUndo}
              onClick={() => void review.undo().catch(() => undefined)}
            >
              <FormattedMessage id="intake.undo" />
            </button>
            <NothingHere work={work} />
            <a className="button" href="#record">
              <FormattedMessage id="intake.toRecord" />
            </a>
          </p>
        )}
      </div>
      {!isOver && <Obstacles work={work} />}
    </div>
  );
}

function Saving({ work }: { work: ReviewWork }) {
  const { saving, failure, meanwhile } = work.snapshot;
  return (
    <span className="saving small" role="status" data-saving={saving}>
      <FormattedMessage id={`intake.saving.${saving}`} />
      {failure && !meanwhile && (
        <span className="form-fault">
          {" "}
          {failure}{" "}
          {saving === "failed" && (
            <button
              type="button"
              className="quiet"
              onClick={() => void work.review.again().catch(() => undefined)}
            >
              <FormattedMessage id="shell.again" />
            </button>
          )}
        </span>
      )}
    </span>
  );
}
