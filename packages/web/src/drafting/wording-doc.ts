// A clause as it is written: paragraphs with figures of the register among the words, and lists of it that fill a line.
// The same in the editor as a document, and where it is kept as text with names in braces.
import { Fragment, type Node, Schema, Slice } from "prosemirror-model";
import type { KnownNames } from "./strange-name.ts";

const keyed = (tag: string, name: string) => ({
  atom: true,
  attrs: { key: {} },
  toDOM: (node: Node) => [tag, { [name]: String(node.attrs.key) }, `{${String(node.attrs.key)}}`] as const,
  parseDOM: [{ tag: `${tag}[${name}]`, getAttrs: (dom: HTMLElement) => ({ key: dom.getAttribute(name) }) }],
});

export const schema = new Schema({
  nodes: {
    doc: { content: "line+" },
    paragraph: { group: "line", content: "inline*", toDOM: () => ["p", 0], parseDOM: [{ tag: "p" }] },
    list: { group: "line", ...keyed("div", "data-list") },
    // a chip that could be chosen whole would be typed away by the next letter
    figure: { group: "inline", inline: true, selectable: false, ...keyed("span", "data-figure") },
    text: { group: "inline" },
  },
});

const { paragraph, list, figure } = schema.nodes;

export const listNode = (key: string): Node => list.create({ key });
export const figureNode = (key: string): Node => figure.create({ key });

export function docOf(text: string, known: KnownNames): Node {
  return schema.nodes.doc.create(null, linesOf(text, known));
}

/** What is pasted as words: its first and last line join the lines that they are put into. */
export function sliceOf(text: string, known: KnownNames): Slice {
  const lines = linesOf(text, known);
  const isOpen = (node: Node | undefined) => (node?.type === paragraph ? 1 : 0);
  return new Slice(Fragment.from(lines), isOpen(lines[0]), isOpen(lines.at(-1)));
}

function linesOf(text: string, { lists, names }: KnownNames): Node[] {
  return text.split(/\r?\n/u).map((line) => {
    const [, whole = ""] = /^\{([a-z]+)\}$/u.exec(line.trim()) ?? [];
    return lists.has(whole) ? listNode(whole) : paragraph.create(null, inlineOf(line, names));
  });
}

/** A name that the register does not answer stays as it is written: it is the field's fault to be seen. */
function inlineOf(line: string, names: ReadonlySet<string>): Node[] {
  return line.split(/(\{[^{}]*\})/u).flatMap((part) => {
    const key = part.startsWith("{") ? part.slice(1, -1) : "";
    if (names.has(key)) return [figureNode(key)];
    return part === "" ? [] : [schema.text(part)];
  });
}

const keyOf = ({ attrs }: Node) => `{${String(attrs.key)}}`;

export function textOf(fragment: Fragment): string {
  return fragment.content.map((node) => (node.type === list ? keyOf(node) : lineOf(node))).join("\n");
}

/** Words chosen within a line come without one. */
function lineOf(node: Node): string {
  if (node.isText) return node.text ?? "";
  if (node.type === figure) return keyOf(node);
  return node.content.content.map(lineOf).join("");
}
