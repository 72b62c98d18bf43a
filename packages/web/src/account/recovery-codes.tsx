import { FormattedMessage } from "react-intl";

/** Shown once: whoever loses the application comes in by one of them. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <div className="kept-once" role="status">
      <p>
        <strong>
          <FormattedMessage id="account.codesOnce" />
        </strong>
      </p>
      <ol className="recovery-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="button-row">
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(codes.join("\n"))}
        >
          <FormattedMessage id="account.copy" />
        </button>
        <button type="button" className="button" onClick={() => print()}>
          <FormattedMessage id="account.print" />
        </button>
      </div>
    </div>
  );
}
