import { useMemo, useState } from "react";
import { FormattedMessage } from "react-intl";

interface Choosable {
  readonly id: string;
  readonly label: string;
  readonly isName?: boolean;
  readonly atFirstHidden?: boolean;
}

/** The columns that this reader wants to see in this table; kept on this machine. */
export function useChosenColumns(table: string, columns: readonly Choosable[]) {
  const key = `iltizam.columns.${table}`;
  const [changed, setChanged] = useState<readonly string[]>(() => read(key));
  const shown = useMemo(
    () =>
      new Set(
        columns
          .filter(({ id, atFirstHidden = false }) => atFirstHidden === changed.includes(id))
          .map(({ id }) => id),
      ),
    [columns, changed],
  );
  const toggle = (id: string) => {
    const next = changed.includes(id) ? changed.filter((one) => one !== id) : [...changed, id];
    localStorage.setItem(key, JSON.stringify(next));
    setChanged(next);
  };
  return { shown, toggle };
}

function read(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

interface ColumnChoiceProps {
  readonly columns: readonly Choosable[];
  readonly shown: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

export function ColumnChoice({ columns, shown, toggle }: ColumnChoiceProps) {
  return (
    <details className="column-choice not-printed">
      <summary>
        <FormattedMessage id="table.columns" />
      </summary>
      <div className="column-choice-list">
        {columns
          .filter(({ isName }) => !isName)
          .map(({ id, label }) => (
            <label key={id}>
              <input type="checkbox" checked={shown.has(id)} onChange={() => toggle(id)} /> {label}
            </label>
          ))}
      </div>
    </details>
  );
}
