// Where a clause is written: words as words, figures of the register as chips that cannot be typed into. What is undone
// and done again, copied and pasted, keeps the chips.
import { baseKeymap } from "prosemirror-commands";
import { closeHistory, history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { EditorState, NodeSelection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { type RefObject, useEffect, useRef } from "react";
import type { TextLanguage } from "../api/drafting.ts";
import { chipViews } from "./chip-view.ts";
import type { Names } from "./use-names.ts";
import { docOf, figureNode, listNode, sliceOf, textOf } from "./wording-doc.ts";

export interface WordingHand {
  /** Puts what has this name where the cursor is, and goes on writing there. */
  readonly insert: (key: string) => void;
  readonly focus: () => void;
}

interface EditorProps {
  readonly id: string;
  readonly value: string;
  readonly language: TextLanguage;
  readonly names: Names;
  readonly describedBy: string;
  readonly isWrong: boolean;
  readonly onChange: (text: string) => void;
  readonly onLeave: () => void;
  /** Somebody wants a figure: an opening brace or Ctrl-I. */
  readonly onAsk: () => void;
  readonly hand: RefObject<WordingHand | null>;
}

export function WordingEditor(props: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const written = useRef(props.value);
  // the editor outlives many drawings: it asks for what was given last
  const last = useRef(props);
  useEffect(() => {
    last.current = props;
    view.current?.setProps({ attributes: attributesOf(props) });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is opened once; what is given later is asked for above
  useEffect(() => {
    if (place.current === null) return;
    const opened = openView(place.current, last, written);
    view.current = opened;
    props.hand.current = { insert: (key) => insert(opened, key, last.current), focus: () => opened.focus() };
    return () => {
      props.hand.current = null;
      view.current = null;
      opened.destroy();
    };
  }, []);
  const { value, names } = props;
  useEffect(() => {
    if (view.current === null || value === written.current) return;
    written.current = value;
    view.current.updateState(stateOf(value, names));
  }, [value, names]);
  useEffect(() => {
    view.current?.setProps({ nodeViews: chipViews(names, last.current.language) });
  }, [names]);
  return <div ref={place} className="wording-place" />;
}

function attributesOf({ id, language, describedBy, isWrong }: EditorProps): Record<string, string> {
  return {
    ...{ id, class: "field wording-editor", role: "textbox", "aria-multiline": "true" },
    ...{ "aria-labelledby": `${id}-label`, "aria-describedby": describedBy },
    ...{ lang: language, dir: language === "ar" ? "rtl" : "ltr" },
    ...(isWrong && { "aria-invalid": "true" }),
  };
}

const stateOf = (text: string, { known }: Names) =>
  EditorState.create({
    doc: docOf(text, known),
    plugins: [history(), keymap({ "Mod-z": undo, "Mod-y": redo, "Shift-Mod-z": redo }), keymap(baseKeymap)],
  });

function openView(place: HTMLElement, last: RefObject<EditorProps>, written: RefObject<string>): EditorView {
  const { value, names, language } = last.current;
  const view = new EditorView(place, {
    state: stateOf(value, names),
    attributes: attributesOf(last.current),
    nodeViews: chipViews(names, language),
    dispatchTransaction: (change) => {
      view.updateState(view.state.apply(change));
      if (!change.docChanged) return;
      written.current = textOf(view.state.doc.content);
      last.current.onChange(written.current);
    },
    handleDOMEvents: {
      blur: () => last.current.onLeave(),
    },
    handleTextInput: ({ state }, _from, _to, typed) => {
      if (typed === "{") last.current.onAsk();
      // a list that is chosen whole is not typed away
      return typed === "{" || state.selection instanceof NodeSelection;
    },
    handleKeyDown: (_view, event) => {
      // by its place on the keyboard: an Arabic one has another letter there
      if (!(event.ctrlKey || event.metaKey) || event.code !== "KeyI") return false;
      event.preventDefault();
      last.current.onAsk();
      return true;
    },
    // only words come in, and names that the register answers: a chip that is copied is its name in braces
    clipboardTextSerializer: ({ content }) => textOf(content),
    handlePaste: (_view, event) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text === "") return false;
      const slice = sliceOf(text, last.current.names.known);
      view.dispatch(closeHistory(view.state.tr.replaceSelection(slice).scrollIntoView()));
      return true;
    },
  });
  return view;
}

/** One step to undo by itself. */
function insert(view: EditorView, key: string, { names }: EditorProps): void {
  const { state } = view;
  const isList = names.known.lists.has(key);
  view.dispatch(
    closeHistory(isList ? withList(state, key) : state.tr.replaceSelectionWith(figureNode(key), false)),
  );
  view.focus();
}

/** A list takes the empty line that the cursor is in, else the one after it; writing goes on behind it. */
function withList(state: EditorState, key: string) {
  const { $to } = state.selection;
  const at = $to.depth > 0 ? 1 : 0;
  const isEmpty = at > 0 && $to.parent.content.size === 0;
  const end = at > 0 ? $to.after(1) : $to.pos;
  const change = state.tr.replaceWith(isEmpty ? $to.before(1) : end, end, listNode(key));
  const behind = change.mapping.map(end, 1);
  if (TextSelection.findFrom(change.doc.resolve(behind), 1, true) === null)
    change.insert(behind, docOf("", { lists: new Set(), names: new Set() }).content);
  return change.setSelection(TextSelection.near(change.doc.resolve(behind))).scrollIntoView();
}
