import { ChoiceFilter, RegionFilter } from "../form/choice-filter.tsx";
import { WordsFilter } from "../form/words-filter.tsx";
import { useStateWords } from "./agreement-words.tsx";
import { kinds, type ListSearch, states } from "./list-address.ts";

interface ListFiltersProps {
  readonly search: ListSearch;
  readonly onChange: (part: Partial<ListSearch>) => void;
  /** The board has its states as columns. */
  readonly withoutState?: boolean;
}

export function ListFilters({ search, onChange, withoutState = false }: ListFiltersProps) {
  const stateWords = useStateWords();
  return (
    <search className="filters not-printed">
      <WordsFilter
        value={search.text ?? ""}
        onChange={(text) => onChange({ text: text || undefined })}
        label="list.filter.text"
      />
      <ChoiceFilter
        label="list.filter.kind"
        value={search.kind}
        options={kinds.map((value) => ({ value, id: `agreement.kind.${value}` }))}
        onChange={(kind) => onChange({ kind })}
      />
      {!withoutState && (
        <ChoiceFilter
          label="list.filter.state"
          value={search.state}
          options={states.map((value) => ({ value, words: stateWords(value) }))}
          onChange={(state) => onChange({ state })}
        />
      )}
      <RegionFilter
        space={search.space ?? "real"}
        value={search.region}
        onChange={(region) => onChange({ region })}
      />
    </search>
  );
}
