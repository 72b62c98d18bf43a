import { FormattedMessage } from "react-intl";

/** Keeps the place of what is being read, so that nothing jumps when it arrives. */
export function Waiting({ lines = 8 }: { lines?: number }) {
  return (
    <div className="waiting" role="status">
      <span className="unseen">
        <FormattedMessage id="shell.waiting" />
      </span>
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((line) => (
        <div key={line} className="waiting-line" />
      ))}
    </div>
  );
}
