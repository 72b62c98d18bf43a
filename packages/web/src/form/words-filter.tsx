import { useEffect, useState } from "react";
import { FormattedMessage } from "react-intl";

/** Searches a moment after the last key, so that each letter is not a question. */
export function WordsFilter({
  value,
  onChange,
  label = "list.filter.words",
}: {
  value: string;
  onChange: (text: string) => void;
  label?: string;
}) {
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text === value) return;
    const later = setTimeout(() => onChange(text), 250);
    return () => clearTimeout(later);
  }, [text, value, onChange]);
  return (
    <label>
      <span className="small muted">
        <FormattedMessage id={label} />
      </span>
      <input type="search" className="field" value={text} onChange={(event) => setText(event.target.value)} />
    </label>
  );
}
