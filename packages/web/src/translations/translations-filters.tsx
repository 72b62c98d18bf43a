import { useIntl } from "react-intl";
import type { Translations } from "../api/translations.ts";
import { ChoiceFilter } from "../form/choice-filter.tsx";
import { WordsFilter } from "../form/words-filter.tsx";
import { kinds, type TranslationsSearch } from "./address.ts";

interface TranslationsFiltersProps {
  readonly search: TranslationsSearch;
  readonly counts: Translations["counts"];
  readonly onChange: (part: Partial<TranslationsSearch>) => void;
}

export function TranslationsFilters({ search, counts, onChange }: TranslationsFiltersProps) {
  const intl = useIntl();
  const words = (kind: string) => {
    const name = intl.formatMessage({ id: `translations.kind.${kind}` });
    const count = counts.find((one) => one.kind === kind)?.count;
    return count === undefined ? name : `${name} (${intl.formatNumber(count)})`;
  };
  return (
    <search className="filters not-printed">
      <WordsFilter value={search.text ?? ""} onChange={(text) => onChange({ text: text || undefined })} />
      <ChoiceFilter
        label="translations.column.kind"
        all="translations.allKinds"
        value={search.kind}
        options={kinds.map((value) => ({ value, words: words(value) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <ChoiceFilter
        label="translations.state"
        all={null}
        value={search.state ?? "waiting"}
        options={["waiting" as const, "reviewed" as const].map((value) => ({
          value,
          id: `translations.state.${value}`,
        }))}
        onChange={(state) => onChange({ state: state === "reviewed" ? state : undefined })}
      />
    </search>
  );
}
