import { useIntl } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { useOpen } from "../app/opened.ts";

/** The way from a row to the words that gave it: one small sign a text. */
export function ToWords({ agreement, rowId }: { agreement: Agreement; rowId: string }) {
  const intl = useIntl();
  const open = useOpen();
  const readings = agreement.sources
    .filter((source) => source.objectId === rowId)
    .flatMap((source) => source.readings);
  const seen = new Map(readings.toReversed().map((reading) => [reading.document.id, reading]));
  return [...seen.values()].map((reading) => (
    <button
      key={reading.passage.id}
      type="button"
      className="source-sign not-printed"
      title={`«\u00a0${reading.passage.content}\u00a0» · ${reading.document.title}`}
      aria-label={intl.formatMessage({ id: "agreement.sourceOf" }, { words: reading.passage.content })}
      onClick={() => open({ kind: "words", document: reading.document.id, passage: reading.passage.id })}
    >
      «&nbsp;»
    </button>
  ));
}
