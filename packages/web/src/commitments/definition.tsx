import { FormattedMessage } from "react-intl";
import type { Indicator } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { Name, useLabel } from "../language/figures.tsx";

/** What the chosen indicator counts, before anything is promised by it. */
export function Definition({ indicator }: { indicator: Indicator | undefined }) {
  const label = useLabel();
  const words = useVocabulary("real");
  if (indicator === undefined) return null;
  const { state, definition, version } = indicator.definition;
  return (
    <div className="quote definition" aria-live="polite">
      {state === "undefined" && (
        <p className="attention">
          <FormattedMessage id="commitmentForm.undefined" />
        </p>
      )}
      <p>{label(definition)}</p>
      <p className="small muted">
        <FormattedMessage
          id="commitmentForm.countedIn"
          values={{ unit: <Name>{words.unit(indicator.unit)}</Name>, version }}
        />
      </p>
    </div>
  );
}
