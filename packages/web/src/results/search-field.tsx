// Something of the register, found by typing a part of its name in French or Arabic, or its code: arrows and Enter choose.
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useId, useState } from "react";
import { FormattedMessage } from "react-intl";

export interface Hit {
  readonly key: string;
  readonly words: ReactNode;
  /** What tells it from others of the same name. */
  readonly note?: ReactNode;
}

interface SearchFieldProps {
  readonly label: ReactNode;
  readonly why?: ReactNode;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly hits: readonly Hit[];
  /** The hits are still those of the text before. */
  readonly isBusy: boolean;
  readonly onChoose: (key: string) => void;
}

/** The text that is typed, and the one to ask for, a moment after the last key; until then `isBehind`. */
export function useSearchText() {
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  return { text, setText, asked, isBehind: asked !== text.trim() };
}

type Keys = Pick<SearchFieldProps, "text" | "onText" | "hits" | "isBusy" | "onChoose">;

/** Arrows move, Enter chooses, Escape empties the field. */
function useHitKeys({ text, onText, hits, isBusy, onChoose }: Keys) {
  const [at, setAt] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const isOpen = text.trim().length > 1;
  const current = Math.min(at, hits.length - 1);
  const type = (typed: string) => {
    onText(typed);
    setAt(0);
    setEntered(false);
  };
  const choose = (hit: Hit | undefined) => {
    if (hit === undefined) return;
    type("");
    onChoose(hit.key);
  };
  // Enter pressed sooner than the register answers chooses what it will answer, never what stood there before.
  useEffect(() => {
    if (!isEntered || isBusy) return;
    setEntered(false);
    choose(hits[current]);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return;
    if (event.key === "ArrowDown") setAt(Math.min(current + 1, hits.length - 1));
    else if (event.key === "ArrowUp") setAt(Math.max(current - 1, 0));
    else if (event.key === "Enter") setEntered(true);
    else if (event.key === "Escape") type("");
    else return;
    event.preventDefault();
  };
  return { isOpen, current, type, choose, onKeyDown };
}

export function SearchField({ label, why, ...field }: SearchFieldProps) {
  const id = useId();
  const { text, hits } = field;
  const { isOpen, current, type, choose, onKeyDown } = useHitKeys(field);
  return (
    <div className="question">
      <label htmlFor={id}>{label}</label>
      {why && (
        <p id={`${id}-why`} className="small muted">
          {why}
        </p>
      )}
      <input
        id={id}
        className="field"
        type="search"
        dir="auto"
        autoComplete="off"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-hits`}
        aria-activedescendant={isOpen && hits.length > 0 ? `${id}-${current}` : undefined}
        aria-describedby={why ? `${id}-why` : undefined}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isOpen && <Hits id={id} hits={hits} current={current} onChoose={choose} />}
    </div>
  );
}

interface HitsProps {
  readonly id: string;
  readonly hits: readonly Hit[];
  readonly current: number;
  readonly onChoose: (hit: Hit) => void;
}

function Hits({ id, hits, current, onChoose }: HitsProps) {
  return (
    <div className="hits">
      <div id={`${id}-hits`} role="listbox" aria-labelledby={id}>
        {hits.map((hit, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and says which one is current
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={hit.key}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === current}
            className="hit"
            onClick={() => onChoose(hit)}
          >
            {hit.words}
            {hit.note && <span className="muted small"> {hit.note}</span>}
          </div>
        ))}
      </div>
      {hits.length === 0 && (
        <p className="muted small" role="status">
          <FormattedMessage id="results.noHit" />
        </p>
      )}
    </div>
  );
}

interface ChosenProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly onClear?: () => void;
}

/** What was chosen, and the way to choose again. */
export function Chosen({ label, children, onClear }: ChosenProps) {
  return (
    <div className="question">
      <span className="chosen-label">{label}</span>
      <p className="chosen">
        {children}
        {onClear && (
          <button type="button" className="plain-button small" onClick={onClear}>
            <FormattedMessage id="results.change" />
          </button>
        )}
      </p>
    </div>
  );
}
