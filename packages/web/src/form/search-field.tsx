// Something of the register, found by typing a part of one of its names in French or Arabic, or its code.
import "./form.css";
import { type ReactNode, useDeferredValue, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Control } from "./control.ts";

export interface Hit {
  readonly code: string;
  readonly words: ReactNode;
  /** What tells it from others of the same name. */
  readonly note?: ReactNode;
}

interface SearchFieldProps {
  readonly control: Control;
  /** What is chosen now, in words. */
  readonly chosen: ReactNode | null;
  readonly onChoose: (code: string) => void;
  readonly onClear?: (() => void) | undefined;
  readonly search: SearchText;
  /** Undefined until the first answer: nothing is said of it. */
  readonly hits: readonly Hit[] | undefined;
}

export interface SearchText {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** What is asked for, a moment after the last key. */
  readonly asked: string;
}

export function useSearchText(): SearchText {
  const [text, setText] = useState("");
  return { text, setText, asked: useDeferredValue(text.trim()) };
}

export function SearchField({ control, chosen, onChoose, onClear, search, hits }: SearchFieldProps) {
  const intl = useIntl();
  const { text, setText, asked } = search;
  const choose = (code: string) => {
    onChoose(code);
    setText("");
  };
  return (
    <div className="form-search">
      {chosen && (
        <p className="form-chosen">
          {chosen}
          {onClear && (
            <button type="button" className="quiet" onClick={onClear}>
              <FormattedMessage id="form.remove" />
            </button>
          )}
        </p>
      )}
      <input
        {...control}
        type="search"
        className="field"
        dir="auto"
        autoComplete="off"
        placeholder={intl.formatMessage({ id: "form.search" })}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {asked !== "" && (
        <ul className="form-hits">
          {hits?.map((hit) => (
            <li key={hit.code}>
              <button type="button" data-code={hit.code} onClick={() => choose(hit.code)}>
                {hit.words}
                {hit.note && <span className="muted small"> {hit.note}</span>}
              </button>
            </li>
          ))}
          {hits?.length === 0 && (
            <li className="muted small">
              <FormattedMessage id="form.noHit" />
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
