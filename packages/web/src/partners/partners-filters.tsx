import { useQuery } from "@tanstack/react-query";
import { organisationKinds } from "../api/partners.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { ChoiceFilter, RegionFilter } from "../form/choice-filter.tsx";
import { WordsFilter } from "../form/words-filter.tsx";
import { useLabel } from "../language/figures.tsx";
import type { PartnersSearch } from "./address.ts";

interface PartnersFiltersProps {
  readonly search: PartnersSearch;
  readonly onChange: (part: Partial<PartnersSearch>) => void;
}

export function PartnersFilters({ search, onChange }: PartnersFiltersProps) {
  const label = useLabel();
  const kinds = useQuery(organisationKinds()).data ?? [];
  const space = useShownSpace();
  return (
    <search className="filters not-printed">
      <WordsFilter
        value={search.text ?? ""}
        onChange={(text) => onChange({ text: text || undefined })}
        label="partners.search"
      />
      <ChoiceFilter
        label="list.filter.kind"
        value={search.kind}
        options={kinds.map(({ code, label: of }) => ({ value: code, words: label(of) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <RegionFilter space={space} value={search.region} onChange={(region) => onChange({ region })} />
    </search>
  );
}
