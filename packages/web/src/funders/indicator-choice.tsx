import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage } from "react-intl";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";

interface ChoiceProps {
  readonly space: Space;
  readonly among: readonly string[];
  readonly chosen: string | undefined;
}

/** Which results are shown: indicators are never added to one another. */
export function IndicatorChoice({ space, among, chosen }: ChoiceProps) {
  const vocabulary = useVocabulary(space);
  const navigate = useNavigate();
  if (among.length === 0) return null;
  const choose = (indicator: string) =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, indicator, rows: undefined }),
      replace: true,
    });
  return (
    <div className="filters not-printed indicator-choice">
      <label>
        <span className="small muted">
          <FormattedMessage id="funders.indicator" />
        </span>
        <select className="field" value={chosen ?? ""} onChange={(event) => choose(event.target.value)}>
          {among.map((code) => (
            <option key={code} value={code}>
              {vocabulary.indicator(code)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
