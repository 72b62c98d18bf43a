import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { organisationKinds } from "../api/partners.ts";
import { territories } from "../api/read.ts";
import { useShownSpace } from "../app/shown-space.tsx";
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
  const places = useQuery(territories(useShownSpace())).data ?? [];
  const regions = places.filter(({ kind }) => kind === "region");
  return (
    <search className="filters not-printed">
      <WordsFilter
        value={search.text ?? ""}
        onChange={(text) => onChange({ text: text || undefined })}
        label="partners.search"
      />
      <Choice
        words="list.filter.kind"
        value={search.kind}
        options={kinds.map(({ code, label: of }) => [code, label(of)])}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        words="list.filter.region"
        value={search.region}
        options={regions.map(({ code, name }) => [code, label(name)])}
        onChange={(region) => onChange({ region })}
      />
    </search>
  );
}

interface ChoiceProps {
  readonly words: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ words, value, options, onChange }: ChoiceProps) {
  const intl = useIntl();
  return (
    <label>
      <span className="small muted">
        <FormattedMessage id={words} />
      </span>
      <select
        className="field"
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value || undefined)}
      >
        <option value="">{intl.formatMessage({ id: "list.filter.all" })}</option>
        {options.map(([code, said]) => (
          <option key={code} value={code}>
            {said}
          </option>
        ))}
      </select>
    </label>
  );
}
