// The paper beside the result: a photo or a text is shown, a PDF or an office file is opened apart. Opening is journalled.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { type Evidence, evidenceOf } from "../api/results.ts";
import { Refusal } from "../form/fields.tsx";

export function EvidenceBeside({ fact }: { fact: string }) {
  const { data, error, isPending } = useQuery(evidenceOf(fact));
  return (
    <div className="evidence" aria-live="polite">
      {isPending && <FormattedMessage id="shell.waiting" />}
      <Refusal error={error} />
      {data && <Shown evidence={data} />}
      <p className="small muted">
        <FormattedMessage id="results.openingKept" />
      </p>
    </div>
  );
}

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

function Shown({ evidence }: { evidence: Evidence }) {
  const intl = useIntl();
  const { mediaType, base64, kind } = evidence;
  const words = intl.formatMessage({ id: `results.kind.${kind ?? "other"}` });
  if (/^image\/(jpeg|png|webp)$/.test(mediaType)) {
    return <img src={`data:${mediaType};base64,${base64}`} alt={words} />;
  }
  if (mediaType === "text/plain") {
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      <pre dir="auto" tabIndex={0}>
        {new TextDecoder().decode(bytesOf(base64))}
      </pre>
    );
  }
  return (
    <p className="button-row">
      <span>{words}</span>
      <button type="button" className="button" onClick={() => openApart(mediaType, base64)}>
        <FormattedMessage id="results.openApart" />
      </button>
    </p>
  );
}

/** In a tab of its own; what a browser does not show it downloads. */
function openApart(type: string, base64: string): void {
  const address = URL.createObjectURL(new Blob([bytesOf(base64)], { type }));
  window.open(address, "_blank", "noopener");
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
