import { useIntl } from "react-intl";
import type { Translations } from "../api/translations.ts";
import { WordsFilter } from "../form/words-filter.tsx";
import { kinds, type TranslationsSearch } from "./address.ts";

interface TranslationsFiltersProps {
  readonly search: TranslationsSearch;
  readonly counts: Translations["counts"];
  readonly onChange: (part: Partial<TranslationsSearch>) => void;
}

export function TranslationsFilters({ search, counts, onChange }: TranslationsFiltersProps) {
  const intl = useIntl();
  const said = (id: string) => intl.formatMessage({ id: `translations.${id}` });
  const countOf = (kind: string) => counts.find((one) => one.kind === kind)?.count;
  const words = (kind: string) => {
    const count = countOf(kind);
    return count === undefined
      ? said(`kind.${kind}`)
      : `${said(`kind.${kind}`)} (${intl.formatNumber(count)})`;
  };
  return (
    <search className="filters not-printed">
      <WordsFilter value={search.text ?? ""} onChange={(text) => onChange({ text: text || undefined })} />
      <label>
        <span className="small muted">{said("column.kind")}</span>
        <select
          className="field"
          value={search.kind ?? ""}
          onChange={({ target }) => onChange({ kind: kinds.find((kind) => kind === target.value) })}
        >
          <option value="">{said("allKinds")}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words(kind)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="small muted">{said("state")}</span>
        <select
          className="field"
          value={search.state ?? "waiting"}
          onChange={({ target }) => onChange({ state: target.value === "reviewed" ? "reviewed" : undefined })}
        >
          <option value="waiting">{said("state.waiting")}</option>
          <option value="reviewed">{said("state.reviewed")}</option>
        </select>
      </label>
    </search>
  );
}
