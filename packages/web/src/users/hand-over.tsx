import { FormattedMessage } from "react-intl";
import "../account/account.css";
import "./users.css";

/** A secret that is shown once, to be copied and handed over. */
export function HandOver({
  text,
  why,
}: {
  text: string;
  why: "users.handOver" | "users.keyOnce" | "partner.handOver" | "calls.handOver";
}) {
  return (
    <div className="kept-once" role="status">
      <p>
        <FormattedMessage id={why} />
      </p>
      <code dir="ltr" className="secret">
        {text}
      </code>
      <p>
        <button type="button" className="button" onClick={() => void navigator.clipboard.writeText(text)}>
          <FormattedMessage id="account.copy" />
        </button>
      </p>
    </div>
  );
}
