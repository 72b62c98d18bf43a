import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

/** What an ICU text is made of: its words, its placeholders, and the plural forms of each counting placeholder. */
export type Shape = {
  readonly words: string;
  readonly placeholders: readonly string[];
  readonly plurals: readonly { readonly name: string; readonly forms: readonly string[] }[];
};

/** The shape of an ICU text. @throws with the parser's reason when the text is not valid ICU. */
export function shapeOf(text: string): Shape {
  const elements = flatten(parse(text, { ignoreTag: false }));
  const placeholders = new Set(elements.flatMap(placeholderOf));
  const plurals = elements.flatMap((element) =>
    element.type === TYPE.plural && element.pluralType === "cardinal"
      ? [{ name: element.value, forms: Object.keys(element.options) }]
      : [],
  );
  const words = elements.map((element) => (element.type === TYPE.literal ? element.value : "")).join(" ");
  return { words, placeholders: [...placeholders].sort(), plurals };
}

function flatten(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => [element, ...flatten(childrenOf(element))]);
}

function childrenOf(element: MessageFormatElement): MessageFormatElement[] {
  if (element.type === TYPE.tag) return element.children;
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
  return Object.values(element.options).flatMap((option) => option.value);
}

function placeholderOf(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  return [element.type === TYPE.tag ? `<${element.value}>` : element.value];
}
