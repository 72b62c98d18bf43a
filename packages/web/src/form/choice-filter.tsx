// A list shown by one of its values, or by none of them.
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { territories } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { useLabel } from "../language/figures.tsx";
import { type Option, said, useWordedOptions } from "./said.tsx";

interface ChoiceFilterProps<Value extends string> {
  /** The id of a message. */
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value | undefined) => void;
  /** What stands for no choice, as the id of a message or as a name; null where one is always chosen. */
  readonly all?: string | { readonly words: string | undefined } | null;
  readonly isDisabled?: boolean;
}

export function ChoiceFilter<Value extends string>(props: ChoiceFilterProps<Value>) {
  const { label, value = "", all = "list.filter.all", isDisabled, onChange } = props;
  const intl = useIntl();
  const options = useWordedOptions(props.options);
  return (
    <label>
      <span className="small muted">{said(label)}</span>
      <select
        className="field"
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => onChange(options.find((one) => one.value === target.value)?.value)}
      >
        {all !== null && (
          <option value="">{typeof all === "string" ? intl.formatMessage({ id: all }) : all.words}</option>
        )}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface RegionFilterProps {
  readonly space: Space;
  readonly value: string | undefined;
  readonly onChange: (code: string | undefined) => void;
  readonly label?: string;
  readonly all?: string;
}

export function RegionFilter({ space, label = "list.filter.region", ...rest }: RegionFilterProps) {
  const name = useLabel();
  const { data = [] } = useQuery(territories(space));
  const regions = data.filter(({ kind }) => kind === "region");
  const options = regions.map((region) => ({ value: region.code, words: name(region.name) }));
  return <ChoiceFilter {...rest} label={label} options={options} />;
}
