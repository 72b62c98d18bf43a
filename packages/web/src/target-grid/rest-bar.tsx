// What is to be distributed, always in view, and the ways to save it.
import { FormattedMessage, useIntl } from "react-intl";
import { Count } from "../language/figures.tsx";
import type { Sums } from "./split.ts";
import type { History } from "./use-history.ts";

interface RestBarProps {
  readonly target: number | null;
  readonly sums: Sums;
  readonly history: History;
  readonly isAllowed: boolean;
  readonly isFinal: boolean;
  readonly isSending: boolean;
  readonly onSave: (final: boolean) => void;
}

export function RestBar({ target, sums, history, isAllowed, isFinal, isSending, onSave }: RestBarProps) {
  const intl = useIntl();
  return (
    <div className="rest-bar">
      <Figures target={target} sums={sums} />
      {isAllowed && (
        <p className="button-row">
          <button type="button" className="button" disabled={!history.hasPast} onClick={history.undo}>
            <FormattedMessage id="split.undo" />
          </button>
          <button type="button" className="button" disabled={!history.hasFuture} onClick={history.redo}>
            <FormattedMessage id="split.redo" />
          </button>
          <button type="button" className="button" disabled={isSending} onClick={() => onSave(false)}>
            <FormattedMessage id="split.saveDraft" />
          </button>
          <button
            type="button"
            className="button main-button"
            disabled={isSending || sums.exceeds}
            onClick={() => onSave(true)}
          >
            <FormattedMessage id="split.saveFinal" />
          </button>
        </p>
      )}
      <p className="small">
        {sums.exceeds && (
          <span className="late-words">
            <FormattedMessage id="split.exceeds" />
          </span>
        )}
        {sums.total === null && !sums.exceeds && (
          <span className="muted">{intl.formatMessage({ id: "split.noSum" })}</span>
        )}
        {isFinal && <FormattedMessage id="split.isFinal" />}
      </p>
    </div>
  );
}

function Figures({ target, sums }: Pick<RestBarProps, "target" | "sums">) {
  return (
    <dl className="rest-figures" aria-live="polite">
      <div>
        <dt>
          <FormattedMessage id="split.target" />
        </dt>
        <dd>
          <Count value={target} />
        </dd>
      </div>
      <div>
        <dt>
          <FormattedMessage id="split.distributed" />
        </dt>
        <dd>
          <Count value={sums.total} />
        </dd>
      </div>
      <div data-exceeds={sums.exceeds || undefined}>
        <dt>
          <FormattedMessage id={sums.exceeds ? "split.above" : "split.rest"} />
        </dt>
        <dd>
          <Count value={sums.rest === null ? null : Math.abs(sums.rest)} />
        </dd>
      </div>
    </dl>
  );
}
