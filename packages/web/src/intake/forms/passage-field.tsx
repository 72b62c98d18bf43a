// The words of the text that give a value: those selected in the text, or found by typing them.
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { Passage } from "../model/value.ts";
import { findWords } from "../text/find-words.ts";
import { useFormPlace } from "./form-place.tsx";

interface PassageFieldProps {
  readonly passage: Passage | null;
  readonly onPassage: (passage: Passage | null) => void;
  /** Whether to say that the words are lacking. */
  readonly told: boolean;
}

export function PassageField({ passage, onPassage, told }: PassageFieldProps) {
  const intl = useIntl();
  const { text, language, selected } = useFormPlace();
  const [typed, setTyped] = useState<string | null>(null);
  const words = typed ?? passage?.text ?? "";
  const places = findWords(text, words);
  const at = places.findIndex(({ start }) => start === passage?.start);
  const take = (next: Passage) => {
    setTyped(null);
    onPassage(next);
  };
  const type = (next: string) => {
    setTyped(next);
    onPassage(findWords(text, next)[0] ?? null);
  };
  const fault = words.trim() === "" ? "words" : "notThere";
  return (
    <div className="form-passage" data-passage={passage ? `${passage.start}-${passage.end}` : ""}>
      <span className="small muted" aria-hidden="true">
        <FormattedMessage id="intake.form.words" />
      </span>
      <textarea
        className="field"
        rows={1}
        dir={language === "ar" ? "rtl" : "ltr"}
        lang={language}
        aria-label={intl.formatMessage({ id: "intake.form.words" })}
        aria-invalid={(told || words !== "") && !passage ? true : undefined}
        value={words}
        onChange={(event) => type(event.target.value)}
      />
      <span className="form-passage-acts">
        {selected && selected.start !== passage?.start && (
          <button type="button" className="quiet" onClick={() => take(selected)}>
            <FormattedMessage id="intake.form.takeSelected" />
          </button>
        )}
        {passage && places.length > 1 && (
          <button
            type="button"
            className="quiet"
            data-next-place
            onClick={() => take(places[(at + 1) % places.length] ?? passage)}
          >
            <FormattedMessage id="intake.form.place" values={{ at: at + 1, of: places.length }} />
          </button>
        )}
      </span>
      {!passage && (told || words.trim() !== "") && (
        <p className="form-fault">
          <FormattedMessage id={`intake.fault.${fault}`} />
        </p>
      )}
    </div>
  );
}
