import { FormattedMessage } from "react-intl";
import { useLaterText } from "./use-later-text.ts";

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
  const [text, setText] = useLaterText(value, onChange, 250);
  return (
    <label>
      <span className="small muted">
        <FormattedMessage id={label} />
      </span>
      <input type="search" className="field" value={text} onChange={(event) => setText(event.target.value)} />
    </label>
  );
}
