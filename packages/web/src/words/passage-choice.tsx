// Words of a text: typed, and found where they stand, or selected in it.
import { useId, useRef, useState } from "react";
import { FormattedMessage } from "react-intl";
import type { Document } from "../api/read.ts";
import { cutText } from "../drawer/cut-text.ts";
import { findWords } from "../intake/text/find-words.ts";

export interface Words {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface PassageChoiceProps {
  readonly document: Document;
  readonly words: Words | null;
  readonly onWords: (words: Words | null) => void;
}

export function PassageChoice({ document, words, onWords }: PassageChoiceProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const text = useRef<HTMLDivElement>(null);
  const find = (next: string) => {
    setTyped(next);
    onWords(findWords(document.text, next)[0] ?? null);
  };
  const takeSelected = () => {
    const selected = window.getSelection()?.toString().trim() ?? "";
    if (selected !== "" && text.current?.contains(window.getSelection()?.anchorNode ?? null)) find(selected);
  };
  const isLost = typed.trim() !== "" && words === null;
  return (
    <div className="question">
      <label htmlFor={id}>
        <FormattedMessage id="words.quote" />
      </label>
      <p id={`${id}-why`} className="small muted">
        <FormattedMessage id="words.quote.why" />
      </p>
      <textarea
        id={id}
        className="field"
        rows={2}
        dir="auto"
        lang={document.language}
        required
        aria-invalid={isLost || undefined}
        aria-describedby={`${id}-why ${id}-fault`}
        value={typed}
        onChange={(event) => find(event.target.value)}
      />
      <p id={`${id}-fault`} className="field-fault" aria-live="polite">
        {isLost && <FormattedMessage id="words.notThere" />}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: selecting is a second way beside typing the words */}
      <div
        ref={text}
        className="whole-text passage-text"
        lang={document.language}
        dir="auto"
        onMouseUp={takeSelected}
      >
        {cutText(document.text, words, []).map(({ start, text: piece, kind }) =>
          kind === "chosen" ? <mark key={start}>{piece}</mark> : piece,
        )}
      </div>
    </div>
  );
}
