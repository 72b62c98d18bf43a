// The whole text, every words that a value was read from marked where they stand. What they are about is told by the
// line under them; a click goes to the value, and where several stand on the same words, to the next of them.
import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type MarkKind, markKindOf } from "../model/field-kinds.ts";
import type { Passage } from "../model/value.ts";
import { cutAtPassages, type Marked } from "./cut-at-passages.ts";
import { passageBetween } from "./find-words.ts";

interface TextPaneProps {
  readonly text: string;
  readonly language: "fr" | "ar" | "en";
  readonly marks: readonly Marked[];
  readonly selected: string | null;
  /** Paths whose words wait no longer. */
  readonly decided: ReadonlySet<string>;
  readonly refused: ReadonlySet<string>;
  readonly onSelect: (path: string) => void;
  readonly onWords: (passage: Passage | null) => void;
  /** Under the text. */
  readonly children?: ReactNode;
}

export function TextPane(props: TextPaneProps) {
  const { text, language, marks, selected, decided, refused } = props;
  const intl = useIntl();
  const pieces = useMemo(() => cutAtPassages(text, marks), [text, marks]);
  const place = useRef<HTMLDivElement>(null);
  useShowSelected(place, selected);
  useSelectedWords(place, text, props.onWords);
  const goTo = (paths: readonly string[]) => {
    const at = selected === null ? -1 : paths.indexOf(selected);
    const next = paths[(at + 1) % paths.length];
    if (next !== undefined) props.onSelect(next);
  };
  return (
    <div className="text-side">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="text-pane" tabIndex={0} aria-label={intl.formatMessage({ id: "intake.text" })}>
        <div ref={place} className="intake-text" lang={language} dir={language === "ar" ? "rtl" : "ltr"}>
          {pieces.map(({ start, text: words, paths }) => {
            const [first] = paths;
            if (first === undefined) return words;
            const isRefused = paths.every((path) => refused.has(path));
            const isDecided = paths.every((path) => decided.has(path) || refused.has(path));
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the same values are reached by keyboard in the list
              <mark
                key={start}
                data-kind={markKindOf(first)}
                data-state={isRefused ? "refused" : isDecided ? "decided" : "open"}
                data-selected={(selected !== null && paths.includes(selected)) || undefined}
                data-many={paths.length > 1 || undefined}
                onClick={() => goTo(paths)}
              >
                {words}
              </mark>
            );
          })}
        </div>
      </section>
      {props.children}
      <MarkKinds />
    </div>
  );
}

const kinds: readonly MarkKind[] = ["figure", "money", "party", "person", "date", "thing", "doubt"];

/** What each line under the words means. */
function MarkKinds() {
  return (
    <p className="mark-kinds small muted">
      {kinds.map((kind) => (
        <mark key={kind} data-kind={kind}>
          <FormattedMessage id={`intake.mark.${kind}`} />
        </mark>
      ))}
    </p>
  );
}

/** Brings the words of the selected value into view. */
function useShowSelected(place: RefObject<HTMLDivElement | null>, selected: string | null) {
  useEffect(() => {
    if (selected === null) return;
    const pane = place.current?.parentElement;
    const mark = place.current?.querySelector<HTMLElement>("[data-selected]");
    if (!pane || !mark) return;
    const [box, frame] = [mark.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (box.top < frame.top + 24 || box.bottom > frame.bottom - 24) {
      pane.scrollTop += box.top - frame.top - frame.height / 3;
    }
  }, [place, selected]);
}

/** Tells which words of the text are selected, each time that they change. */
function useSelectedWords(
  place: RefObject<HTMLDivElement | null>,
  text: string,
  onWords: (passage: Passage | null) => void,
) {
  useEffect(() => {
    const tell = () => {
      const selection = document.getSelection();
      const root = place.current;
      if (!root || !selection?.anchorNode || !root.contains(selection.anchorNode)) return;
      if (selection.isCollapsed || !selection.focusNode || !root.contains(selection.focusNode))
        return onWords(null);
      const at = (node: Node, offset: number) => {
        const range = document.createRange();
        range.setStart(root, 0);
        range.setEnd(node, offset);
        return range.toString().length;
      };
      onWords(
        passageBetween(
          text,
          at(selection.anchorNode, selection.anchorOffset),
          at(selection.focusNode, selection.focusOffset),
        ),
      );
    };
    document.addEventListener("selectionchange", tell);
    return () => document.removeEventListener("selectionchange", tell);
  }, [place, text, onWords]);
}
