import { FormattedMessage } from "react-intl";

/** Something could not be read: the API's own sentence, and the way to try again. */
export function Failure({ error, reset }: { error: unknown; reset?: () => void }) {
  return (
    <div className="failure" role="alert">
      <p>
        <strong>
          <FormattedMessage id="shell.failed" />
        </strong>
      </p>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {reset && (
        <button type="button" className="button" onClick={reset}>
          <FormattedMessage id="shell.again" />
        </button>
      )}
    </div>
  );
}
