// What a clause may ask the register for: found by typing, chosen with the arrows and Enter or with the mouse. Without a
// word typed it offers figures and lists; a word finds names of parties, places and powers too.
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { TextLanguage } from "../api/drafting.ts";
import type { Names, ShownName } from "./use-names.ts";

interface ChooserProps {
  readonly names: Names;
  readonly language: TextLanguage;
  readonly onChoose: (key: string) => void;
  readonly onClose: () => void;
}

export function FigureChooser({ names, language, onChoose, onClose }: ChooserProps) {
  const intl = useIntl();
  const id = useId();
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const hits = hitsOf(names.shown, asked);
  const chosen = hits[Math.min(at, hits.length - 1)];
  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    if (chosen) document.getElementById(`${id}-${chosen.key}`)?.scrollIntoView({ block: "nearest" });
  }, [id, chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const does = doneBy(event.key, Math.min(at, hits.length - 1), hits.length);
    if (does === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (does === "close") onClose();
    else if (does !== "choose") setAt(does);
    else if (chosen) onChoose(chosen.key);
  };
  return (
    <div className="figure-chooser">
      <input
        ref={field}
        type="search"
        role="combobox"
        className="field"
        // the hint that stands there before a word does is the reader's
        dir={asked === "" ? undefined : "auto"}
        autoComplete="off"
        aria-label={intl.formatMessage({ id: "drafting.findFigure" })}
        placeholder={intl.formatMessage({ id: "drafting.findFigure" })}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.key}`}
        value={asked}
        onChange={({ target }) => {
          setAsked(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Hits id={id} hits={hits} chosen={chosen} language={language} onChoose={onChoose} />
      <p className="button-row">
        <button type="button" className="plain-button" onClick={onClose}>
          <FormattedMessage id="drafting.closeChooser" />
        </button>
        <span className="small muted">
          <FormattedMessage id="drafting.chooserKeys" />
        </span>
      </p>
    </div>
  );
}

/** What a key does in the list: the place that it goes to, or that it chooses or closes. */
function doneBy(key: string, at: number, count: number): number | "choose" | "close" | null {
  if (key === "Escape") return "close";
  if (key === "Enter") return "choose";
  if (key === "ArrowDown") return Math.min(count - 1, at + 1);
  if (key === "ArrowUp") return Math.max(0, at - 1);
  return null;
}

const plain = (words: string) =>
  words
    .normalize("NFKD")
    .replace(/[\p{M}\s\u00a0]+/gu, " ")
    .toLowerCase();

function hitsOf(shown: readonly ShownName[], asked: string): readonly ShownName[] {
  const wanted = plain(asked).split(" ").filter(Boolean);
  if (wanted.length === 0) return shown.filter(({ isFigure }) => isFigure);
  return shown.filter(({ key, words, short, value, from }) => {
    const said = plain(`${words} ${short} ${value} ${from} ${key}`);
    return wanted.every((word) => said.includes(word));
  });
}

interface HitsProps {
  readonly id: string;
  readonly hits: readonly ShownName[];
  readonly chosen: ShownName | undefined;
  readonly language: TextLanguage;
  readonly onChoose: (key: string) => void;
}

function Hits({ id, hits, chosen, language, onChoose }: HitsProps) {
  const intl = useIntl();
  const groups = [...new Set(hits.map(({ group }) => group))];
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      className="figure-hits"
      aria-label={intl.formatMessage({ id: "drafting.insertFigure" })}
    >
      {hits.length === 0 && (
        <p className="small muted" role="status">
          <FormattedMessage id="drafting.noFigure" />
        </p>
      )}
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a list of choices
        <div key={group} role="group" aria-label={intl.formatMessage({ id: `drafting.thing.${group}` })}>
          <p className="figure-group" aria-hidden="true">
            <FormattedMessage id={`drafting.thing.${group}`} />
          </p>
          {hits
            .filter((one) => one.group === group)
            .map((one) => (
              <Hit
                key={one.key}
                id={`${id}-${one.key}`}
                one={one}
                language={language}
                isChosen={one === chosen}
                onChoose={onChoose}
              />
            ))}
        </div>
      ))}
    </div>
  );
}

interface HitProps {
  readonly id: string;
  readonly one: ShownName;
  readonly language: TextLanguage;
  readonly isChosen: boolean;
  readonly onChoose: (key: string) => void;
}

function Hit({ id, one: { key, group, words, value, from }, language, isChosen, onChoose }: HitProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and says which is chosen
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className="figure-hit"
      data-key={key}
      onClick={() => onChoose(key)}
    >
      <bdi>{words}</bdi>
      <bdi className="figure-hit-value" {...(group !== "list" && { lang: language })}>
        {value || "–"}
      </bdi>
      <bdi className="small muted">{from}</bdi>
    </div>
  );
}
