// The text of a page as a reader sees it: blocks are paragraphs, list items begin with a bullet, cells stand by tabs.
import { type DefaultTreeAdapterTypes as Html, parse } from "parse5";
import { hasWords } from "./model.ts";
import { type TextWriter, textWriter } from "./text-writer.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const unseen = words(
  "head script style noscript template svg math iframe object canvas audio video nav button select textarea dialog",
);
const besideMain = words("aside footer");
const blocks = words(
  "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend main ol p pre section summary table ul",
);

const childrenOf = (node: Html.Node): Html.Node[] => ("childNodes" in node ? node.childNodes : []);
const attribute = (node: Html.Node, name: string): string | undefined =>
  "attrs" in node ? node.attrs.find((one) => one.name === name)?.value : undefined;
const isSeen = (node: Html.Node): boolean =>
  !unseen.has(node.nodeName) &&
  attribute(node, "hidden") === undefined &&
  attribute(node, "aria-hidden") !== "true";

/** The words of a page or of a part of it, and the language that it declares. */
export function htmlText(html: string): { readonly text: string; readonly language: string | undefined } {
  const page = parse(html);
  const root = mainPart(page);
  const writer = textWriter();
  write(root, writer, root.nodeName === "body");
  const [language] = elements(page, (node) => node.nodeName === "html");
  return { text: writer.text(), language: language && attribute(language, "lang") };
}

/** What the page itself marks as its main part, or its only article, or all of it. */
function mainPart(page: Html.Document): Html.Node {
  const isMain = (node: Html.Node) => node.nodeName === "main" || attribute(node, "role") === "main";
  const [main] = elements(page, isMain).filter(speaks);
  if (main !== undefined) return main;
  const articles = elements(page, (node) => node.nodeName === "article").filter(speaks);
  const [only] = articles;
  if (only !== undefined && articles.length === 1) return only;
  return elements(page, (node) => node.nodeName === "body")[0] ?? page;
}

function elements(node: Html.Node, wanted: (node: Html.Node) => boolean): Html.Node[] {
  if (wanted(node)) return [node];
  return childrenOf(node).flatMap((child) => elements(child, wanted));
}

const isText = (node: Html.Node): node is Html.TextNode => node.nodeName === "#text";

function speaks(node: Html.Node): boolean {
  if (isText(node)) return hasWords(node.value);
  return isSeen(node) && childrenOf(node).some(speaks);
}

function write(node: Html.Node, writer: TextWriter, wholePage: boolean): void {
  if (isText(node)) {
    writer.write(node.value);
    return;
  }
  if (!isSeen(node) || (wholePage && besideMain.has(node.nodeName))) return;
  const end = begin(node, writer);
  for (const child of childrenOf(node)) write(child, writer, wholePage);
  end();
}

/** What stands before an element; what is returned is to be called at its end. */
function begin(node: Html.Node, writer: TextWriter): () => void {
  const name = node.nodeName;
  if (name === "br") writer.breakLine();
  if (name === "td" || name === "th") {
    writer.beginCell();
    return () => undefined;
  }
  if (name === "li") return beginItem(node, writer);
  const parting =
    blocks.has(name) && !fillsItsHolder(node)
      ? writer.breakParagraph
      : name === "tr"
        ? writer.breakLine
        : undefined;
  parting?.();
  const keeps = name === "pre";
  if (keeps) writer.keepSpaces(true);
  return () => {
    if (keeps) writer.keepSpaces(false);
    parting?.();
  };
}

/** The only paragraph of a cell or an item is that cell or item. */
function fillsItsHolder(node: Html.Node): boolean {
  const holder = "parentNode" in node ? node.parentNode : null;
  if (holder === null || !["td", "th", "li"].includes(holder.nodeName)) return false;
  return ["p", "div"].includes(node.nodeName) && childrenOf(holder).filter(speaks).length === 1;
}

/** A list of links is a menu, which the engine sets aside as it stands; other items carry the bullet that is drawn. */
function beginItem(node: Html.Node, writer: TextWriter): () => void {
  const isLink = childrenOf(node).every((child) => child.nodeName === "a" || !speaks(child));
  const [begin, end] = isLink
    ? [writer.breakParagraph, writer.breakParagraph]
    : [writer.beginItem, writer.endItem];
  begin();
  return end;
}
