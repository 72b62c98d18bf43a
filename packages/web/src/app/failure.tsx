import { Link, useCanGoBack, useRouter } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { isUnanswered, misnamed, Refused } from "../api/refused.ts";

/** Something could not be read: the API's own sentence, and the way on: again, or back from what is not there. */
export function Failure({ error, reset }: { error: unknown; reset?: () => void }) {
  const isNone = error instanceof Refused && error.code === misnamed;
  const isMissing = isNone || (error instanceof Refused && error.status === 404);
  return (
    <div className="failure" role="alert">
      <p>
        <strong>
          <FormattedMessage id={isMissing ? "shell.missing" : "shell.failed"} />
        </strong>
      </p>
      <p>
        {isUnanswered(error) ? (
          <FormattedMessage id="shell.noAnswer" />
        ) : isNone ? (
          <FormattedMessage id="shell.misnamed" />
        ) : error instanceof Error ? (
          error.message
        ) : (
          String(error)
        )}
      </p>
      {isMissing && <WayBack />}
      {reset && !isMissing && (
        <button type="button" className="button" onClick={reset}>
          <FormattedMessage id="shell.again" />
        </button>
      )}
    </div>
  );
}

/** To the screen that led here; whoever came by an address alone goes to where her day begins. */
function WayBack() {
  const { history } = useRouter();
  return useCanGoBack() ? (
    <button type="button" className="button" onClick={() => history.back()}>
      <FormattedMessage id="shell.goBack" />
    </button>
  ) : (
    <Link to="/" className="button">
      <FormattedMessage id="shell.toWork" />
    </Link>
  );
}
