// How a figure and a list of the register stand among the words of a clause: called in the reader's language, with what
// the text says in its own.
import type { Node } from "prosemirror-model";
import type { NodeView } from "prosemirror-view";
import type { TextLanguage } from "../api/drafting.ts";
import type { Names } from "./use-names.ts";

export function chipViews(names: Names, language: TextLanguage) {
  return {
    figure: (node: Node) => chip("span", String(node.attrs.key), names, language),
    list: (node: Node) => chip("div", String(node.attrs.key), names, language),
  };
}

function chip(tag: "span" | "div", key: string, names: Names, language: TextLanguage): NodeView {
  const dom = document.createElement(tag);
  const found = names.find(key);
  dom.className = tag === "div" ? "figure-chip list-chip" : "figure-chip";
  dom.dataset.figure = key;
  dom.title = found === undefined ? key : `${found.words} · ${found.from}`;
  const name = element("bdi", "figure-chip-name", found?.short ?? key);
  const value = element("bdi", "figure-chip-value", found?.value || "–");
  if (tag === "span") value.lang = language;
  dom.append(name, " ", value);
  return { dom };
}

function element(tag: string, className: string, words: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = words;
  return made;
}
