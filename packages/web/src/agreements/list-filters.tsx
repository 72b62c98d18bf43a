import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { territories } from "../api/read.ts";
import { WordsFilter } from "../form/words-filter.tsx";
import { useLabel } from "../language/figures.tsx";
import { useStateWords } from "./agreement-words.tsx";
import { kinds, type ListSearch, states } from "./list-address.ts";

interface ListFiltersProps {
  readonly search: ListSearch;
  readonly onChange: (part: Partial<ListSearch>) => void;
  /** The board has its states as columns. */
  readonly withoutState?: boolean;
}

export function ListFilters({ search, onChange, withoutState = false }: ListFiltersProps) {
  const intl = useIntl();
  const label = useLabel();
  const stateWords = useStateWords();
  const { data } = useQuery(territories(search.space ?? "real"));
  const regions = data?.filter(({ kind }) => kind === "region") ?? [];
  return (
    <search className="filters not-printed">
      <WordsFilter
        value={search.text ?? ""}
        onChange={(text) => onChange({ text: text || undefined })}
        label="list.filter.text"
      />
      <Choice
        name="kind"
        value={search.kind}
        options={kinds.map((kind) => [kind, intl.formatMessage({ id: `agreement.kind.${kind}` })])}
        onChange={(kind) => onChange({ kind: kinds.find((one) => one === kind) })}
      />
      {!withoutState && (
        <Choice
          name="state"
          value={search.state}
          options={states.map((state) => [state, stateWords(state)])}
          onChange={(state) => onChange({ state: states.find((one) => one === state) })}
        />
      )}
      <Choice
        name="region"
        value={search.region}
        options={regions.map(({ code, name }) => [code, label(name)])}
        onChange={(region) => onChange({ region })}
      />
    </search>
  );
}

interface ChoiceProps {
  readonly name: "kind" | "state" | "region";
  readonly value: string | undefined;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ name, value, options, onChange }: ChoiceProps) {
  const intl = useIntl();
  return (
    <label>
      <span className="small muted">
        <FormattedMessage id={`list.filter.${name}`} />
      </span>
      <select
        className="field"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        <option value="">{intl.formatMessage({ id: "list.filter.all" })}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
