import { useNavigate } from "@tanstack/react-router";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { ChoiceFilter } from "../form/choice-filter.tsx";

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
  return (
    <div className="filters not-printed indicator-choice">
      <ChoiceFilter
        label="funders.indicator"
        all={null}
        value={chosen}
        options={among.map((code) => ({ value: code, words: vocabulary.indicator(code) }))}
        onChange={(indicator) =>
          void navigate({
            to: ".",
            search: (before: object) => ({ ...before, indicator, rows: undefined }),
            replace: true,
          })
        }
      />
    </div>
  );
}
