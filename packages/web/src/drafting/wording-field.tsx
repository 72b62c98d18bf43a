// The field of a clause's words: the editor, and under it the way to put in what the register says.
import { useId, useRef, useState } from "react";
import { FormattedMessage } from "react-intl";
import type { TextLanguage } from "../api/drafting.ts";
import { Waiting } from "../app/waiting.tsx";
import { FieldFault } from "../form/fields.tsx";
import { FigureChooser } from "./figure-chooser.tsx";
import type { Names } from "./use-names.ts";
import { WordingEditor, type WordingHand } from "./wording-editor.tsx";
import "./writing.css";

interface FieldProps {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
  readonly fault: string | undefined;
  readonly language: TextLanguage;
  readonly names: Names | null;
}

export function WordingField({ value, onChange, onLeave, fault, language, names }: FieldProps) {
  const id = useId();
  const [isChoosing, setChoosing] = useState(false);
  const hand = useRef<WordingHand>(null);
  const close = () => {
    setChoosing(false);
    hand.current?.focus();
  };
  return (
    <div className="question wording-question">
      <span id={`${id}-label`} className="field-label">
        <FormattedMessage id="drafting.clauseText" />
      </span>
      <p id={`${id}-why`} className="small muted">
        <FormattedMessage id="drafting.clauseTextWhy" />
      </p>
      {names === null ? (
        <Waiting lines={4} />
      ) : (
        <WordingEditor
          id={id}
          value={value}
          language={language}
          names={names}
          describedBy={fault ? `${id}-why ${id}-fault` : `${id}-why`}
          isWrong={fault !== undefined}
          onChange={onChange}
          onLeave={onLeave}
          onAsk={() => setChoosing(true)}
          hand={hand}
        />
      )}
      <FieldFault id={id} fault={fault} />
      {names !== null && isChoosing ? (
        <FigureChooser
          names={names}
          language={language}
          onClose={close}
          onChoose={(key) => {
            setChoosing(false);
            hand.current?.insert(key);
          }}
        />
      ) : (
        <InsertButton isWaiting={names === null} onClick={() => setChoosing(true)} />
      )}
    </div>
  );
}

function InsertButton({ isWaiting, onClick }: { isWaiting: boolean; onClick: () => void }) {
  return (
    <p className="button-row">
      <button
        type="button"
        className="button"
        aria-keyshortcuts="Control+I"
        disabled={isWaiting}
        onClick={onClick}
      >
        <FormattedMessage id="drafting.insertFigure" />
      </button>
      <span className="small muted">
        <FormattedMessage id="drafting.insertKeys" />
      </span>
    </p>
  );
}
